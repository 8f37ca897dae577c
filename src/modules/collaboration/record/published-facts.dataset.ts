/** What everybody may take away of the public record: every fact, from the need to the closing of the project. */
import { listOrganisationNames } from '#modules/identity/index.ts'
import { visitor } from '#platform/actor.ts'
import type { Db } from '#platform/database.ts'
import { column } from '#platform/tables/published-column.ts'
import { publishTable, readPublic } from '#platform/tables/published-table.ts'
import { factLabels } from './record.labels.ts'
import { listFactsAfter, type PlacedFact } from './record.queries.ts'

interface Published extends PlacedFact {
  readonly names: ReadonlyMap<string, string>
}

async function readBatch(db: Db, last: Published | null): Promise<Published[]> {
  const facts = await listFactsAfter({ db, actor: visitor }, last, 2000)
  const parties = facts.flatMap(({ communeId, startupId }) => [communeId, startupId ?? communeId])
  const names = await listOrganisationNames(db, [...new Set(parties)])
  return facts.map((fact) => ({ ...fact, names }))
}

export const publishedFacts = publishTable<Published>({
  columns: {
    date: column.moment('Quand le fait est arrivé.', ({ occurredAt }) => occurredAt),
    fait: column.code('Ce qui est arrivé.', factLabels, ({ kind }) => kind),
    reference: column.text(
      'Référence de l’objet ; tout le parcours se lit à /registre/{reference}.',
      ({ reference }) => reference,
    ),
    parcours_id: column.text(
      'Identifiant commun à tous les faits du même parcours.',
      ({ processId }) => processId,
    ),
    objet: column.written('Intitulé de l’objet.', ({ title }) => title),
    commune: column.text('Commune.', ({ communeId, names }) => names.get(communeId) ?? ''),
    startup: column.text('Startup, quand il y en a une.', ({ startupId, names }) =>
      startupId ? (names.get(startupId) ?? '') : null,
    ),
    montant: column.amount(
      'Demandé, attribué ou signé ; pour un avenant, ce qu’il ajoute ou retire.',
      ({ amount }) => amount,
    ),
  },
  idOf: ({ place }) => place,
  readRows: (source) => readPublic<Published>(source, readBatch),
})

/** What everybody may take away of needs: those published, and those that were met since. */
import {
  connectivityLabels,
  domainLabels,
  languageLabels,
  listCommuneNames,
  serviceLabels,
} from '#modules/directory/index.ts'
import type { Db } from '#platform/database.ts'
import { column } from '#platform/tables/published-column.ts'
import { publishTable, readPublic } from '#platform/tables/published-table.ts'
import { needHostingLabels, needStatusLabels, urgencyLabels } from './need.labels.ts'
import { listNeedsAfter, type OpenNeed } from './open-need.queries.ts'

interface Published extends OpenNeed {
  readonly communeName: string
}

async function readBatch(db: Db, last: Published | null): Promise<Published[]> {
  const needs = await listNeedsAfter(db, last?.id ?? null, 500)
  const names = await listCommuneNames(
    db,
    needs.map(({ communeId }) => communeId),
  )
  return needs.map((need) => ({ ...need, communeName: names.get(need.communeId) ?? '' }))
}

const what = {
  reference: column.text(
    'Référence ; sa page est /besoins/{reference}.',
    (one: Published) => one.reference,
  ),
  commune: column.text('Nom de la commune.', (one: Published) => one.communeName),
  titre: column.written('Le besoin, en une ligne.', (one: Published) => one.title),
  probleme: column.written('Le problème à résoudre.', (one: Published) => one.problem),
  resultat_attendu: column.written(
    'Ce que la commune attend.',
    (one: Published) => one.expectedOutcome,
  ),
  domaines: column.codes('Domaines.', domainLabels, (one: Published) => one.domains),
  services: column.codes(
    'Services municipaux concernés.',
    serviceLabels,
    (one: Published) => one.services,
  ),
  etat: column.code(
    'Où en est le besoin.',
    { published: needStatusLabels.published.label, met: needStatusLabels.met.label },
    (one: Published) => one.status,
  ),
  communes_jointes: column.count(
    'Autres communes qui s’y sont jointes.',
    (one: Published) => one.joinerCount,
  ),
}

const terms = {
  utilisateurs: column.count('Utilisateurs prévus à la mairie.', (one: Published) => one.users),
  connexion: column.code(
    'Connexion dont la commune dispose.',
    connectivityLabels,
    (one: Published) => one.connectivity,
  ),
  hors_ligne: column.yesNo(
    'Doit fonctionner sans connexion.',
    (one: Published) => one.mustWorkOffline,
  ),
  langues: column.codes('Langues voulues.', languageLabels, (one: Published) => one.languages),
  hebergement: column.code(
    'Hébergement voulu.',
    needHostingLabels,
    (one: Published) => one.hosting,
  ),
  budget_min: column.amount('Budget, au moins.', (one: Published) => one.budgetMin),
  budget_max: column.amount('Budget, au plus.', (one: Published) => one.budgetMax),
  urgence: column.code('Urgence.', urgencyLabels, (one: Published) => one.urgency),
  voulu_pour: column.day('Pour quand.', (one: Published) => one.wantedBy),
  publie_le: column.moment('Quand la commune l’a publié.', (one: Published) => one.publishedAt),
}

export const publishedNeeds = publishTable<Published>({
  columns: { ...what, ...terms },
  idOf: ({ reference }) => reference ?? '',
  readRows: (source) => readPublic<Published>(source, readBatch),
})

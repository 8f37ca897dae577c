/** What everybody may take away of verified startups: companies, never how to reach somebody. */
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import { column } from '#platform/tables/published-column.ts'
import { publishTable, readPublic } from '#platform/tables/published-table.ts'
import { domainLabels, legalFormLabels } from '../../labels.ts'

type Published = Awaited<ReturnType<typeof listStartupsAfter>>[number]

/** The tax identifier of somebody who trades in their own name is theirs. */
const isOnePerson = sql`startup.legal_form in ('ei', 'entreprenant')`

function listStartupsAfter(db: Db, id: string | undefined, size: number) {
  const query = db
    .selectFrom('directory.startup as startup')
    .leftJoin('directory.commune as commune', 'commune.id', 'startup.communeId')
    .select(['startup.id', 'startup.slug', 'startup.name', 'startup.legalForm'])
    .select(['startup.foundedOn', 'startup.domains', 'startup.website', 'startup.teamSize'])
    .select(['startup.labelNumber', 'startup.labelIssuedOn', 'startup.labelExpiresOn'])
    .select(['startup.verifiedAt', 'commune.name as communeName'])
    .select(sql<string | null>`case when not ${isOnePerson} then startup.ifu end`.as('ifu'))
    .where('startup.status', '=', 'verified')
    .orderBy('startup.id')
    .limit(size)
  return (id ? query.where('startup.id', '>', id) : query).execute()
}

export const publishedStartups = publishTable<Published>({
  columns: {
    startup_id: column.text('Identifiant de la startup ; il ne change pas.', ({ id }) => id),
    startup: column.text('Nom de l’entreprise.', ({ name }) => name),
    nom_court: column.text('Nom court ; sa page est /startups/{nom_court}.', ({ slug }) => slug),
    forme: column.code('Forme juridique (OHADA).', legalFormLabels, ({ legalForm }) => legalForm),
    ifu: column.text(
      'Identifiant fiscal unique ; vide pour qui exerce en son nom propre.',
      ({ ifu }) => ifu,
    ),
    creee_le: column.day('Date de création.', ({ foundedOn }) => foundedOn),
    commune: column.text('Commune du siège.', ({ communeName }) => communeName),
    domaines: column.codes(
      'Domaines dans lesquels elle travaille.',
      domainLabels,
      ({ domains }) => domains,
    ),
    effectif: column.whole('Taille de l’équipe.', 'personnes', ({ teamSize }) => teamSize),
    site: column.address('Site web.', ({ website }) => website),
    label: column.text('Numéro du label startup (décret 2023-095).', (one) => one.labelNumber),
    label_depuis: column.day('Date du label.', ({ labelIssuedOn }) => labelIssuedOn),
    label_jusqu_au: column.day('Fin du label.', ({ labelExpiresOn }) => labelExpiresOn),
    verifiee_le: column.moment('Quand l’ANCB l’a vérifiée.', ({ verifiedAt }) => verifiedAt),
  },
  idOf: ({ id }) => id,
  readRows: (source) =>
    readPublic<Published>(source, (own, last) => listStartupsAfter(own, last?.id, 500)),
})

/** What everybody may take away of uses: those that a commune confirmed itself, of solutions in the catalogue. */
import type { Db } from '#platform/database.ts'
import { column } from '#platform/tables/published-column.ts'
import { publishTable, readPublic } from '#platform/tables/published-table.ts'

type Published = Awaited<ReturnType<typeof listUsesAfter>>[number]

function listUsesAfter(db: Db, id: string | undefined, size: number) {
  const query = db
    .selectFrom('directory.deployment as deployment')
    .innerJoin('directory.catalogueEntry as entry', 'entry.solutionId', 'deployment.solutionId')
    .innerJoin('directory.commune as commune', 'commune.id', 'deployment.communeId')
    .leftJoin('directory.rating as rating', (join) =>
      join.onRef('rating.deploymentId', '=', 'deployment.id').on('rating.hiddenAt', 'is', null),
    )
    .select(['deployment.id', 'deployment.since', 'deployment.users', 'rating.stars'])
    .select(['entry.solutionId', 'entry.name', 'entry.startupName'])
    .select(['commune.code', 'commune.name as communeName'])
    .where('deployment.status', '=', 'confirmed')
    .orderBy('deployment.id')
    .limit(size)
  return (id ? query.where('deployment.id', '>', id) : query).execute()
}

export const publishedUses = publishTable<Published>({
  columns: {
    usage_id: column.text('Identifiant de l’usage ; il ne change pas.', ({ id }) => id),
    code_commune: column.text('Code de la commune (INStaD).', ({ code }) => code),
    commune: column.text('Nom de la commune.', ({ communeName }) => communeName),
    solution_id: column.text('Identifiant de la solution.', ({ solutionId }) => solutionId),
    solution: column.text('Nom de la solution.', ({ name }) => name),
    startup: column.text('Nom de la startup.', ({ startupName }) => startupName),
    depuis: column.day('Depuis quand la commune s’en sert.', ({ since }) => since),
    utilisateurs: column.count('Nombre d’utilisateurs à la mairie.', ({ users }) => users),
    note: column.whole('Note donnée par la commune.', 'de 1 à 5', ({ stars }) => stars),
  },
  idOf: ({ id }) => id,
  readRows: (source) =>
    readPublic<Published>(source, (own, last) => listUsesAfter(own, last?.id, 500)),
})

/** What everybody may take away of sessions: those that were announced, and how many came, by kind. */
import { sql } from 'kysely'
import { listCommuneNames } from '#modules/directory/index.ts'
import type { Db } from '#platform/database.ts'
import { column } from '#platform/tables/published-column.ts'
import { publishTable, readPublic } from '#platform/tables/published-table.ts'
import { sessionStatusLabels } from './session.labels.ts'
import type { SessionStatus } from './session.workflow.ts'

type Published = Awaited<ReturnType<typeof listSessionsAfter>>[number] & {
  readonly communeName: string | null
}

function listSessionsAfter(db: Db, id: string | undefined, size: number) {
  const query = db
    .selectFrom('governance.session as session')
    .innerJoin('governance.commission as commission', 'commission.code', 'session.commissionCode')
    .select(['session.id', 'session.reference', 'commission.name as commission', 'session.theme'])
    .select(['session.communeId', 'session.place', 'session.startsOn', 'session.endsOn'])
    .select(['session.status', 'session.source', 'session.publishedAt'])
    .select(
      sql<number | null>`(select sum(present)::int from governance.attendance
        where session_id = session.id)`.as('present'),
    )
    .where('session.status', '!=', 'draft')
    .orderBy('session.id')
    .limit(size)
  return (id ? query.where('session.id', '>', id) : query).execute()
}

async function readBatch(db: Db, last: Published | null): Promise<Published[]> {
  const sessions = await listSessionsAfter(db, last?.id, 200)
  const names = await listCommuneNames(
    db,
    sessions.flatMap(({ communeId }) => communeId ?? []),
  )
  return sessions.map((one) => ({ ...one, communeName: names.get(one.communeId ?? '') ?? null }))
}

const statuses = Object.fromEntries(
  Object.entries(sessionStatusLabels)
    .filter(([status]) => status !== ('draft' satisfies SessionStatus))
    .map(([status, { label }]) => [status, label]),
)

export const publishedSessions = publishTable<Published>({
  columns: {
    reference: column.text(
      'Référence ; sa page est /sessions/{reference}.',
      ({ reference }) => reference,
    ),
    commission: column.text('Commission qui se réunit.', ({ commission }) => commission),
    theme: column.written('Thème de la session.', ({ theme }) => theme),
    commune: column.text('Commune qui reçoit.', ({ communeName }) => communeName),
    lieu: column.written('Lieu.', ({ place }) => place),
    debut: column.day('Premier jour.', ({ startsOn }) => startsOn),
    fin: column.day('Dernier jour.', ({ endsOn }) => endsOn),
    etat: column.code('Où en est la session.', statuses, ({ status }) => status),
    presents: column.whole(
      'Présents, tous genres ensemble, une fois le compte rendu publié.',
      'personnes',
      ({ present }) => present,
    ),
    compte_rendu_le: column.moment('Publication du compte rendu.', (one) => one.publishedAt),
    source: column.written('D’où une session passée est connue.', ({ source }) => source),
  },
  idOf: ({ reference }) => reference,
  readRows: (source) => readPublic<Published>(source, readBatch),
})

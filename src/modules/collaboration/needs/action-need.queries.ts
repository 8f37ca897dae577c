/** The need of an action of a master plan, and how far it has gone. */
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { Need } from './need.schema.ts'

/** The one that lives, else the last one that was withdrawn. */
export async function findNeedOfAction(db: Db, planActionId: string): Promise<Need | undefined> {
  const row = await db
    .selectFrom('collaboration.need')
    .selectAll()
    .where('planActionId', '=', planActionId)
    .orderBy((need) => need('status', '=', 'withdrawn'))
    .orderBy('createdAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row as Need | undefined
}

/** What came of a published need, the farthest first: a project, an agreement, a call; else its own status. */
export async function findNeedStage(db: Db, { id, status }: Need): Promise<string> {
  if (status !== 'published') return status
  const { rows } = await sql<{ stage: string }>`select case
    when exists (select from collaboration.project where need_id = ${id}
      and status in ('preparing', 'running', 'suspended', 'closed')) then 'project'
    when exists (select from collaboration.agreement where need_id = ${id}
      and status in ('negotiating', 'agreed', 'signing', 'active', 'suspended', 'ended')) then 'agreement'
    when exists (select from collaboration.call where need_id = ${id}
      and status in ('published', 'opened', 'evaluated', 'awarded')) then 'callOpen'
    else 'published' end as stage`.execute(db)
  return rows[0]?.stage ?? status
}

/** The need that a call, an agreement or a project is for. */
export async function findNeedOf(
  db: Db,
  kind: string,
  subjectId: string,
): Promise<Need | undefined> {
  const row = await db
    .selectFrom('collaboration.need')
    .selectAll()
    .where('id', '=', needIdOf(kind, subjectId))
    .executeTakeFirst()
  return row as Need | undefined
}

function needIdOf(kind: string, subjectId: string) {
  if (kind === 'call')
    return sql<string>`(select need_id from collaboration.call where id = ${subjectId})`
  if (kind === 'agreement')
    return sql<string>`(select need_id from collaboration.agreement where id = ${subjectId})`
  if (kind === 'project')
    return sql<string>`(select need_id from collaboration.project where id = ${subjectId})`
  return sql<string>`${subjectId}::uuid`
}

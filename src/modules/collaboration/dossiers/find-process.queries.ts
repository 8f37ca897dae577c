/** Which process an object belongs to, and which processes there are. */
import { sql } from 'kysely'
import { asSystem } from '#platform/database.ts'
import type { Context } from '#platform/web.ts'
import { publicFacts } from '../record/record-facts.ts'

type Reader = Pick<Context, 'db' | 'actor'>

const processOf = {
  need: sql`select id as process_id from collaboration.need`,
  call: sql`select need_id as process_id from collaboration.call`,
  tender: sql`select need_id as process_id from collaboration.tender`,
  pilot: sql`select need_id as process_id from collaboration.pilot`,
  agreement: sql`select coalesce(need_id, id) as process_id from collaboration.agreement`,
  amendment: sql`select coalesce(a.need_id, a.id) as process_id from collaboration.amendment
    join collaboration.agreement a on a.id = agreement_id`,
  project: sql`select coalesce(need_id, agreement_id, id) as process_id from collaboration.project`,
  milestone: sql`select coalesce(p.need_id, p.agreement_id, p.id) as process_id from collaboration.milestone
    join collaboration.project p on p.id = project_id`,
}

export type ProcessPart = keyof typeof processOf

const keys: Partial<Record<ProcessPart, string>> = {
  amendment: 'collaboration.amendment.id',
  milestone: 'collaboration.milestone.id',
}

export function findProcessOf(
  reader: Reader,
  part: ProcessPart,
  id: string,
): Promise<string | undefined> {
  const key = sql.ref(keys[part] ?? 'id')
  return asSystem(reader, async (db) => {
    const found = sql<{ processId: string }>`${processOf[part]} where ${key} = ${id}`
    return (await found.execute(db)).rows[0]?.processId
  })
}

/** The processes of which something is public, by batches, in the order of their identifiers. */
export function listProcessIds(
  reader: Reader,
  after: string | null,
  size: number,
): Promise<string[]> {
  return asSystem(reader, async (db) => {
    const found = sql<{ processId: string }>`with fact as (${publicFacts})
      select distinct process_id from fact where ${after}::uuid is null or process_id > ${after}
      order by process_id limit ${size}`
    return (await found.execute(db)).rows.map(({ processId }) => processId)
  })
}

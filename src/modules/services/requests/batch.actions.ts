/** One act for many requests at once, five hundred at most; those for which it is not possible are left as they are. */
import { sql } from 'kysely'
import { getOrganisationId, getPersonId } from '#platform/actor.ts'
import { moveAllThrough } from '#platform/lifecycle.ts'
import type { Context } from '#platform/web.ts'
import { listInbox } from './inbox.queries.ts'
import type { InboxFilter } from './inbox-filter.rules.ts'
import { requestLifecycle } from './request.lifecycle.ts'

export const mostAtOnce = 500

export const batchActs = ['take', 'release', 'close', 'label'] as const
export type BatchAct = (typeof batchActs)[number]

type Acting = Pick<Context, 'db' | 'actor' | 'now'>

/** How many were changed. */
export async function actOnAll(
  context: Acting,
  ids: readonly string[],
  act: BatchAct,
  label: string,
): Promise<number> {
  const chosen = ids.slice(0, mostAtOnce)
  if (act === 'label') return labelAll(context, chosen, label)
  const { actor } = context
  const set = {
    ...(act === 'take' && { assigneeId: getPersonId(actor) }),
    ...(act === 'release' && { assigneeId: null }),
  }
  return (await moveAllThrough(context, requestLifecycle, chosen, act, { set })).length
}

async function labelAll(
  { db, actor }: Acting,
  ids: readonly string[],
  label: string,
): Promise<number> {
  if (ids.length === 0 || label === '') return 0
  const { rows } = await sql<{ id: string }>`
    update services.request set labels = labels || ${label}::text
    where id = any(${ids}::uuid[]) and commune_id = ${getOrganisationId(actor)} and status <> 'draft'
      and not labels @> array[${label}]::text[] and cardinality(labels) < 10
    returning id`.execute(db)
  return rows.length
}

/** The first of what a search finds, as many as may be acted on at once. */
export async function listMatchingIds(
  { db, actor }: Pick<Acting, 'db' | 'actor'>,
  filter: InboxFilter,
): Promise<string[]> {
  const found = await listInbox(db, getOrganisationId(actor), filter, null, mostAtOnce)
  return found.slice(0, mostAtOnce).map(({ id }) => id)
}

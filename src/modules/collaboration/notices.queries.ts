/** What may be told of a need and of a call that were made public, and whom they concern: for the system, which tells each its own. */
import type { Db } from '#platform/database.ts'
import { listAnswerers } from './calls/answerers.ts'
import type { CallMechanism } from './calls/call.schema.ts'
import { listMatchingStartups } from './matching/matching-startups.queries.ts'

interface Notice {
  readonly reference: string
  readonly title: string
  readonly communeId: string
  readonly domains: readonly string[]
  /** The organisations of the startups. */
  readonly concerns: readonly string[]
}

export interface NeedNotice extends Notice {
  readonly services: readonly string[]
}

/** Undefined for a need that nobody outside its commune ever read. */
export async function findNeedNotice(db: Db, needId: string): Promise<NeedNotice | undefined> {
  const need = await db
    .selectFrom('collaboration.need')
    .select(['reference', 'title', 'communeId', 'domains', 'services'])
    .where('id', '=', needId)
    .where('publishedAt', 'is not', null)
    .executeTakeFirst()
  if (!need?.reference) return undefined
  const { reference, ...told } = need
  return { ...told, reference, concerns: await listMatchingStartups(db, need) }
}

export interface CallNotice extends Notice {
  readonly mechanism: CallMechanism
  readonly deadline: Date | null
}

/** Undefined for a call that was never published. It concerns those who could answer and those who did. */
export async function findCallNotice(db: Db, callId: string): Promise<CallNotice | undefined> {
  const call = await db
    .selectFrom('collaboration.call')
    .select(['reference', 'title', 'communeId', 'domains', 'mechanism', 'deadline'])
    .where('id', '=', callId)
    .where('publishedAt', 'is not', null)
    .executeTakeFirst()
  if (!call?.reference) return undefined
  const { reference, mechanism, ...told } = call
  const able = await listMatchingStartups(db, call)
  const concerns = [...new Set([...able, ...(await listAnswerers(db, callId))])].sort()
  return { ...told, reference, mechanism: mechanism as CallMechanism, concerns }
}

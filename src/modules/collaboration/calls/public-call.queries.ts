/** Calls as everybody may read them, for programs: one with its parts, and those of the domains of a startup. */
import { sql } from 'kysely'
import { visitor } from '#platform/actor.ts'
import type { Db } from '#platform/database.ts'
import { NotFound } from '#platform/errors.ts'
import { listAwards } from '../evaluation/evaluation.queries.ts'
import { listAddenda } from './addendum.queries.ts'
import { callPolicy } from './call.policy.ts'
import { addParts, getCallByReference, type PublishedCall } from './call.queries.ts'
import { listAnswers } from './call-answer.queries.ts'

/** Nothing while it is not published, whoever asks. */
export async function getPublicCall(db: Db, reference: string) {
  const call = await getCallByReference(db, reference)
  if (!callPolicy.read(visitor, call)) throw new NotFound()
  return {
    ...(await addParts(db, call)),
    addenda: await listAddenda(db, call.id),
    answers: await listAnswers(db, call.id, 'answered'),
    awards: call.awardedAt ? await listAwards(db, call.id) : [],
  }
}

/** Those that still take proposals and share a domain, the first to close first. */
export async function listOpenCallsOf(
  db: Db,
  domains: readonly string[],
  now: Date,
  size: number,
): Promise<PublishedCall[]> {
  const rows = await db
    .selectFrom('collaboration.call')
    .selectAll()
    .where('status', '=', 'published')
    .where('deadline', '>', now)
    .where(sql<boolean>`domains && ${[...domains]}::text[]`)
    .orderBy('deadline')
    .orderBy('id')
    .limit(size)
    .execute()
  return rows as PublishedCall[]
}

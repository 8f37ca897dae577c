/** One form shown acts once: the key and the outcome are written in the transaction of the act itself. */

import { Conflict } from '../errors.ts'
import { isId } from '../id.ts'
import type { Db } from './context.ts'
import type { Redirect } from './route.ts'

/**
 * Claims the key of a form. A second request with the same key waits here until the first one has ended,
 * then gets the outcome of the first; undefined means: act.
 */
export async function claimKey(
  db: Db,
  key: unknown,
  actorId: string | null,
  path: string,
): Promise<Redirect | undefined> {
  if (typeof key !== 'string' || !isId(key)) return undefined
  const claimed = await db
    .insertInto('platform.idempotency')
    .values({ key, actorId, path })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('key')
    .executeTakeFirst()
  if (claimed) return undefined
  const earlier = await db
    .selectFrom('platform.idempotency')
    .selectAll()
    .where('key', '=', key)
    .executeTakeFirst()
  if (earlier?.actorId !== actorId || earlier.path !== path || earlier.outcome === null) {
    throw new Conflict('Ce formulaire a déjà servi. Rouvrez la page pour recommencer.')
  }
  return earlier.outcome as unknown as Redirect
}

export async function keepOutcome(db: Db, key: unknown, outcome: Redirect): Promise<void> {
  if (typeof key !== 'string' || !isId(key)) return
  await db
    .updateTable('platform.idempotency')
    .set({ outcome: JSON.stringify(outcome) })
    .where('key', '=', key)
    .execute()
}

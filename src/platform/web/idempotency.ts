/** One form shown acts once: the key and the outcome are written in the transaction of the act itself. */

import { createHash } from 'node:crypto'
import { Conflict } from '../errors.ts'
import { isId } from '../id.ts'
import type { Context } from './context.ts'
import type { Redirect } from './route.ts'
import { type Fields, toHeldFields } from './submission.ts'

/** What was decided on a form, and the mark of what it said. */
interface Outcome extends Redirect {
  readonly content: string
}

/**
 * Claims the key of a form. A second request with the same key waits here until the first one has ended, then gets
 * the outcome of the first. When it says something else than the first it is « spent »: whoever wrote it must see it
 * again, for it was done neither the first time nor now. undefined means: act.
 */
export async function claimKey({
  db,
  actor,
  url: path,
  fields,
  platform,
}: Context): Promise<Redirect | 'spent' | undefined> {
  const key = fields._key
  if (typeof key !== 'string' || !isId(key)) return undefined
  const claimed = await db
    .insertInto('platform.idempotency')
    .values({ key, actorId: actor.id, path })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('key')
    .executeTakeFirst()
  if (claimed) return undefined
  const earlier = await db
    .selectFrom('platform.idempotency')
    .selectAll()
    .where('key', '=', key)
    .executeTakeFirst()
  if (earlier?.actorId !== actor.id || earlier.path !== path || earlier.outcome === null) {
    throw new Conflict('Ce formulaire a déjà servi. Rouvrez la page pour recommencer.')
  }
  const { content, ...redirect } = earlier.outcome as unknown as Outcome
  return content === markContent({ fields, platform }) ? redirect : 'spent'
}

export async function keepOutcome(
  { db, fields, platform }: Context,
  redirect: Redirect,
): Promise<void> {
  const key = fields._key
  if (typeof key !== 'string' || !isId(key)) return
  const outcome: Outcome = { ...redirect, content: markContent({ fields, platform }) }
  await db
    .updateTable('platform.idempotency')
    .set({ outcome: JSON.stringify(outcome) })
    .where('key', '=', key)
    .execute()
}

/** Nothing secret goes into it, not even as a mark. */
function markContent({ fields, platform }: Pick<Context, 'fields' | 'platform'>): string {
  const content = toHeldFields(fields as Fields, platform)
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url')
}

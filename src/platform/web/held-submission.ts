/** A form sent after the session had ended: kept until its author has signed in again, then shown as it was. */
import { createHash } from 'node:crypto'
import type { Actor } from '../actor.ts'
import { createToken } from '../id.ts'
import type { Db } from './context.ts'

const keptForHours = 24

export interface HeldSubmission {
  readonly path: string
  readonly fields: Record<string, string | string[]>
}

/** Returns the token under which the form can be asked back. Only the same person may, when it is known who wrote. */
export async function holdSubmission(
  db: Db,
  held: HeldSubmission,
  personId: string | null,
  now: Date,
): Promise<string> {
  const token = createToken()
  const expiresAt = new Date(now.getTime() + keptForHours * 3_600_000)
  await db
    .insertInto('platform.heldSubmission')
    .values({
      tokenHash: hashToken(token),
      personId,
      path: held.path,
      fields: JSON.stringify(held.fields),
      expiresAt,
    })
    .execute()
  return token
}

export async function findHeldSubmission(
  db: Db,
  token: string,
  actor: Actor,
  now: Date,
): Promise<HeldSubmission | null> {
  const row = await db
    .selectFrom('platform.heldSubmission')
    .select(['path', 'fields', 'personId'])
    .where('tokenHash', '=', hashToken(token))
    .where('expiresAt', '>', now)
    .executeTakeFirst()
  if (!row || (row.personId !== null && row.personId !== actor.id)) return null
  return { path: row.path, fields: row.fields as HeldSubmission['fields'] }
}

export async function forgetHeldSubmissions(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('platform.heldSubmission').where('expiresAt', '<=', now).execute()
}

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

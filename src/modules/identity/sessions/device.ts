/** A browser that signed in before: strangers who try passwords never close the door on it. */
import type { Db } from '#platform/database.ts'
import { createToken } from '#platform/id.ts'
import type { Context } from '#platform/web.ts'
import { hashToken } from './session.ts'

const cookie = 'cauri-appareil'
const lastsSeconds = 365 * 86_400

export async function isKnownDevice(
  { db, getCookie }: Context,
  personId: string,
): Promise<boolean> {
  const token = getCookie(cookie)
  if (!token) return false
  const row = await db
    .selectFrom('identity.knownDevice')
    .select('personId')
    .where('personId', '=', personId)
    .where('tokenHash', '=', hashToken(token))
    .executeTakeFirst()
  return row !== undefined
}

export async function rememberDevice(context: Context, personId: string): Promise<void> {
  const token = context.getCookie(cookie) ?? createToken()
  context.setCookie(cookie, token, { maxAge: lastsSeconds })
  await rememberToken(context.db, personId, token, context.now)
}

async function rememberToken(db: Db, personId: string, token: string, now: Date): Promise<void> {
  await db
    .insertInto('identity.knownDevice')
    .values({ personId, tokenHash: hashToken(token), lastUsedAt: now })
    .onConflict((conflict) =>
      conflict.columns(['personId', 'tokenHash']).doUpdateSet({ lastUsedAt: now }),
    )
    .execute()
}

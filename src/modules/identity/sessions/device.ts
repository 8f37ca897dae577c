/** A browser that signed in before: strangers who try passwords never close the door on it. */
import { createToken } from '#platform/id.ts'
import type { Context } from '#platform/web.ts'
import { hashToken } from './authenticate.ts'

const cookie = 'cauri-appareil'
const lastsSeconds = 365 * 86_400
const nobody = '00000000-0000-0000-0000-000000000000'

/** Names the browser when this person signed in on it before. Asks the database for unknown people too: the time tells nothing. */
export async function findKnownDevice(
  { db, getCookie }: Context,
  personId: string | undefined,
): Promise<string | null> {
  const tokenHash = hashToken(getCookie(cookie) ?? '')
  const row = await db
    .selectFrom('identity.knownDevice')
    .select('personId')
    .where('personId', '=', personId ?? nobody)
    .where('tokenHash', '=', tokenHash)
    .executeTakeFirst()
  return row ? tokenHash : null
}

export async function rememberDevice(context: Context, personId: string): Promise<void> {
  const token = context.getCookie(cookie) ?? createToken()
  context.setCookie(cookie, token, { maxAge: lastsSeconds })
  const lastUsedAt = context.now
  await context.db
    .insertInto('identity.knownDevice')
    .values({ personId, tokenHash: hashToken(token), lastUsedAt })
    .onConflict((conflict) =>
      conflict.columns(['personId', 'tokenHash']).doUpdateSet({ lastUsedAt }),
    )
    .execute()
}

/** After a password that others may have known: every browser is a stranger again. */
export async function forgetDevices({ db }: Context, personId: string): Promise<void> {
  await db.deleteFrom('identity.knownDevice').where('personId', '=', personId).execute()
}

/** The second factor of a person: turned on, asked for, turned off. */

import { decryptText, encryptText } from '#platform/secret.ts'
import type { Context } from '#platform/web.ts'
import { findKnownDevice } from '../sessions/device.ts'
import { removeRecoveryCodes, replaceRecoveryCodes, takeRecoveryCode } from './recovery-codes.ts'
import { findCounter } from './totp.rules.ts'

const tries = { points: 5, seconds: 900 }

export const wrongSecondFactor =
  'Code incorrect ou déjà utilisé. Attendez le suivant, ou prenez un code de secours.'

/** A code of the authenticator or one from the paper. After five wrong ones it is fifteen minutes to wait. */
export async function takeSecondFactor(
  context: Context,
  personId: string,
  typed: string,
): Promise<boolean> {
  const { rateLimiter } = context.platform
  const device = await findKnownDevice(context, personId)
  const key = `second-factor:${personId}:${device ?? 'strangers'}`
  if (!(await rateLimiter.tryPoint(key, tries.points, tries.seconds))) return false
  const isRight =
    (await takeTotp(context, personId, typed)) ||
    (await takeRecoveryCode(context.db, personId, typed, context.now))
  if (isRight) await rateLimiter.forget(key)
  return isRight
}

/** Never the same code twice: somebody who saw it typed cannot use it again. */
async function takeTotp({ db, now, platform }: Context, personId: string, typed: string) {
  const person = await db
    .selectFrom('identity.person')
    .select(['totpSecret', 'totpLastCounter'])
    .where('id', '=', personId)
    .forUpdate()
    .executeTakeFirst()
  if (!person?.totpSecret) return false
  const counter = findCounter(decryptText(person.totpSecret, platform.secret), typed, now)
  if (counter === null || counter <= (person.totpLastCounter ?? 0)) return false
  await db
    .updateTable('identity.person')
    .set({ totpLastCounter: counter })
    .where('id', '=', personId)
    .execute()
  return true
}

/** Returns the recovery codes; null when the first code is wrong. */
export async function enrol(
  { db, now, platform }: Context,
  { personId, secret, code }: { personId: string; secret: string; code: string },
): Promise<string[] | null> {
  const counter = findCounter(secret, code, now)
  if (counter === null) return null
  await db
    .updateTable('identity.person')
    .set({
      totpSecret: encryptText(secret, platform.secret),
      totpConfirmedAt: now,
      totpLastCounter: counter,
    })
    .where('id', '=', personId)
    .execute()
  return replaceRecoveryCodes(db, personId, now)
}

export async function removeSecondFactor({ db }: Context, personId: string): Promise<void> {
  await db
    .updateTable('identity.person')
    .set({ totpSecret: null, totpConfirmedAt: null, totpLastCounter: null })
    .where('id', '=', personId)
    .execute()
  await removeRecoveryCodes(db, personId)
}

/** Checking a password without telling whether the account exists, and without letting strangers lock it. */
import type { Context } from '#platform/web.ts'
import { checkPassword } from '../people/password.ts'
import { findPersonByIdentifier, type Person } from '../people/person.queries.ts'
import { isKnownDevice } from './device.ts'

const quarterHour = 900
const hour = 3600
const triesPerAddressAndAccount = 5
const triesPerAddress = 60
const strangersTries = 20

export type SignInOutcome =
  | { readonly ok: true; readonly person: Person }
  | { readonly ok: false; readonly because: 'wrong' | 'tooMany' }

/**
 * Failures are counted per account and address, per address, and per account for strangers only: a browser that
 * signed in before is never refused for what others tried. The counters outlive the refused transaction.
 */
export async function tryPassword(
  context: Context,
  identifier: string,
  password: string,
): Promise<SignInOutcome> {
  const person = await findPersonByIdentifier(context.db, identifier)
  const account = person?.id ?? identifier.trim().toLowerCase().slice(0, 100)
  if (await isHeldBack(context, account, person?.id)) return { ok: false, because: 'tooMany' }
  const isRight = await checkPassword(person?.passwordHash, password)
  if (!isRight || !person || person.disabledAt !== null) {
    await countFailure(context, account)
    return { ok: false, because: 'wrong' }
  }
  await context.platform.rateLimiter.forget(nearKey(context, account))
  return { ok: true, person }
}

const nearKey = ({ address }: Context, account: string) => `sign-in:${account}:${address}`
const addressKey = ({ address }: Context) => `sign-in-from:${address}`
const accountKey = (account: string) => `sign-in-strangers:${account}`

async function isHeldBack(
  context: Context,
  account: string,
  personId: string | undefined,
): Promise<boolean> {
  const { rateLimiter } = context.platform
  if (personId && (await isKnownDevice(context, personId))) return false
  const [near, from, strangers] = await Promise.all([
    rateLimiter.countPoints(nearKey(context, account)),
    rateLimiter.countPoints(addressKey(context)),
    rateLimiter.countPoints(accountKey(account)),
  ])
  return near >= triesPerAddressAndAccount || from >= triesPerAddress || strangers >= strangersTries
}

async function countFailure(context: Context, account: string): Promise<void> {
  const { rateLimiter } = context.platform
  await rateLimiter.tryPoint(nearKey(context, account), triesPerAddressAndAccount, quarterHour)
  await rateLimiter.tryPoint(addressKey(context), triesPerAddress, hour)
  await rateLimiter.tryPoint(accountKey(account), strangersTries, hour)
}

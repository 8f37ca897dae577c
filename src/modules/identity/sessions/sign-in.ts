/** Checking a password without telling whether the account exists, and without letting strangers lock it. */
import { createHash } from 'node:crypto'
import type { Context } from '#platform/web.ts'
import { parseIdentifier } from '../people/identifier.rules.ts'
import { checkPassword } from '../people/password.ts'
import { findPersonByIdentifier, type Person } from '../people/person.queries.ts'
import { findKnownDevice } from './device.ts'
import { toNetwork } from './network.rules.ts'

const quarterHour = 900
const hour = 3600

/** Many people share one address: a town hall, or a whole mobile network. */
const limits = {
  burst: { points: 20, seconds: 60 },
  near: { points: 5, seconds: quarterHour },
  device: { points: 20, seconds: quarterHour },
  address: { points: 100, seconds: hour },
  strangers: { points: 30, seconds: hour },
}

export type SignInOutcome =
  | { readonly ok: true; readonly person: Person }
  | { readonly ok: false; readonly because: 'wrong' | 'tooMany' }

/**
 * Strangers' tries are counted per identifier and address, per address, and per identifier. A browser that this
 * person signed in on has a count of its own, which nobody else can use up. Counts outlive the refused transaction.
 */
export async function tryPassword(
  context: Context,
  typed: string,
  password: string,
): Promise<SignInOutcome> {
  const person = await findPersonByIdentifier(context.db, typed)
  const device = await findKnownDevice(context, person?.id)
  const keys = nameKeys(context, typed, device)
  const mayTry = device ? await takeDevicePoint(context, keys) : await takePoints(context, keys)
  if (!mayTry) return { ok: false, because: 'tooMany' }
  const isRight = await checkPassword(person?.passwordHash, password)
  if (!isRight || !person || person.disabledAt !== null) {
    if (!device) await countFailure(context, keys)
    return { ok: false, because: 'wrong' }
  }
  await forgive(context, keys)
  return { ok: true, person }
}

type Keys = ReturnType<typeof nameKeys>

/** By what was typed, not by whom it names: counts must not tell apart the accounts that exist. */
function nameKeys({ address }: Context, typed: string, device: string | null) {
  const identifier = parseIdentifier(typed)?.address ?? typed.trim().toLowerCase()
  const account = createHash('sha256').update(identifier).digest('hex')
  const network = toNetwork(address)
  return {
    burst: `sign-in-burst:${account}:${network}`,
    near: `sign-in:${account}:${network}`,
    device: `sign-in-device:${account}:${device}`,
    address: `sign-in-address:${network}`,
    strangers: `sign-in-strangers:${account}`,
  }
}

function takeDevicePoint({ platform }: Context, { device }: Keys): Promise<boolean> {
  return platform.rateLimiter.tryPoint(device, limits.device.points, limits.device.seconds)
}

/** Failures are counted once they are known; the burst is counted before, for tries that come all at once. */
async function takePoints({ platform }: Context, keys: Keys): Promise<boolean> {
  const { rateLimiter } = platform
  const { burst } = limits
  if (!(await rateLimiter.tryPoint(keys.burst, burst.points, burst.seconds))) return false
  for (const kind of ['near', 'address', 'strangers'] as const) {
    if ((await rateLimiter.countPoints(keys[kind])) >= limits[kind].points) return false
  }
  return true
}

async function countFailure({ platform }: Context, keys: Keys): Promise<void> {
  for (const kind of ['near', 'address', 'strangers'] as const) {
    await platform.rateLimiter.tryPoint(keys[kind], limits[kind].points, limits[kind].seconds)
  }
}

async function forgive({ platform }: Context, keys: Keys): Promise<void> {
  for (const kind of ['burst', 'near', 'device'] as const) {
    await platform.rateLimiter.forget(keys[kind])
  }
}

/**
 * Asking for a code, and giving it back. The browser that asked holds the code's identifier, sealed: others who ask
 * for the same address get codes of their own, and can neither use up this one's tries nor replace it.
 */
import { createHash } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { createId } from '#platform/id.ts'
import type { Context } from '#platform/web.ts'
import type { Identifier } from '../people/identifier.rules.ts'
import { findKnownDevice } from '../sessions/device.ts'
import { toNetwork } from '../sessions/network.rules.ts'
import { createSealedCookie } from '../sessions/sealed-cookie.ts'
import { type CodePurpose, sendCode, takeCode } from './one-time-code.ts'

const hour = 3600

const limits = {
  near: { points: 5, seconds: hour },
  network: { points: 60, seconds: hour },
  strangers: { points: 10, seconds: hour },
}

interface CodeRequest {
  readonly codeId: string
  readonly purpose: CodePurpose
  readonly address: string
  readonly next: string
}

const cookie = createSealedCookie<CodeRequest>('cauri-code', 1200)

interface Asking {
  readonly purpose: CodePurpose
  readonly identifier: Identifier
  /** Whose account the address belongs to. */
  readonly personId: string | undefined
  readonly next: string
  /** Whether the code leaves; when it does not, the browser gets the same answer. */
  readonly maySend: boolean
}

export const tooManyCodes =
  'Trop de codes ont été demandés. Patientez une heure avant d’en demander un autre.'

/** False when too many were asked for; whether the account exists changes neither the answer nor its time. */
export async function askForCode(context: Context, asking: Asking): Promise<boolean> {
  const [isAsked] = await Promise.all([ask(context, asking), setTimeout(120)])
  return isAsked
}

async function ask(context: Context, asking: Asking): Promise<boolean> {
  if (!(await mayAsk(context, asking))) return false
  const { purpose, identifier, personId, next, maySend } = asking
  const codeId = maySend
    ? await sendCode(context, { purpose, identifier, personId: personId ?? null })
    : createId(context.now.getTime())
  cookie.keep(context, { codeId, purpose, address: identifier.address, next })
  return true
}

async function mayAsk(context: Context, { identifier, personId }: Asking): Promise<boolean> {
  const target = hash(identifier.address)
  const network = toNetwork(context.address)
  const device = await findKnownDevice(context, personId)
  if (device) return takePoint(context, `code-device:${target}:${device}`, limits.near)
  return (
    (await takePoint(context, `code-network:${network}`, limits.network)) &&
    (await takePoint(context, `code-near:${target}:${network}`, limits.near)) &&
    (await takePoint(context, `code-strangers:${target}`, limits.strangers))
  )
}

/** What the browser asked for, if it did so lately. */
export function findCodeRequest(context: Context, purpose: CodePurpose): CodeRequest | null {
  const request = cookie.read(context)
  return request?.purpose === purpose ? request : null
}

/** The address that the code proves; null when it is wrong, used, too old, or was tried too often. */
export async function redeemCode(context: Context, purpose: CodePurpose, typed: string) {
  const request = findCodeRequest(context, purpose)
  const taken = request && (await takeCode(context, request.codeId, typed))
  return taken && { address: taken.address, personId: taken.personId }
}

function takePoint({ platform }: Context, key: string, limit: { points: number; seconds: number }) {
  return platform.rateLimiter.tryPoint(key, limit.points, limit.seconds)
}

function hash(address: string): string {
  return createHash('sha256').update(address).digest('hex')
}

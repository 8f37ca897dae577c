/** What a key looks like, and whether it still opens anything. */

const prefix = 'cauri_'
const pattern = /^cauri_[\w-]{43}$/

/** 256 random bits behind letters that say where it comes from, so that scanners of leaked secrets find it. */
export function writeKey(token: string): string {
  return `${prefix}${token}`
}

export function looksLikeKey(text: string): boolean {
  return pattern.test(text)
}

/** Enough to recognise it, far too little to use it. */
export function hintAt(key: string): string {
  return key.slice(0, prefix.length + 4)
}

/** The key that a request carries: « Authorization: Bearer … », or the parameter of protocols that have no header. */
export function findSentKey(
  authorization: unknown,
  parameters: readonly unknown[] = [],
): string | null {
  const [, bearer] = /^Bearer +(\S+)$/i.exec(String(authorization ?? '')) ?? []
  const given = bearer ?? parameters.find((value) => typeof value === 'string' && value !== '')
  return typeof given === 'string' ? given : null
}

const mediatorPattern = /^[\w.-]{1,60}(\/[\w.-]{1,60}){3}$/

/** Of the header Information-Mediator-Client: INSTANCE/CLASS/MEMBER/SUBSYSTEM. It names, and proves nothing: the key does. */
export function readMediatorClient(header: unknown): string | null | 'unreadable' {
  if (header === undefined) return null
  return typeof header === 'string' && mediatorPattern.test(header) ? header : 'unreadable'
}

export interface KeyDates {
  readonly expiresAt: Date
  readonly revokedAt: Date | null
  /** Since when its organisation is suspended. */
  readonly suspendedAt: Date | null
}

export type KeyState = 'live' | 'expired' | 'revoked' | 'suspended'

export function findKeyState({ expiresAt, revokedAt, suspendedAt }: KeyDates, now: Date): KeyState {
  if (revokedAt !== null) return 'revoked'
  if (expiresAt <= now) return 'expired'
  return suspendedAt === null ? 'live' : 'suspended'
}

/** Codes of an authenticator (RFC 6238): six digits that change every thirty seconds. */
import { Secret, TOTP } from 'otpauth'

const period = 30

function createTotp(secret: string, label = ''): TOTP {
  return new TOTP({ issuer: 'Cauri', label, period, secret: Secret.fromBase32(secret) })
}

export function createSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** What an authenticator reads from the QR code. */
export function toEnrolmentAddress(secret: string, label: string): string {
  return createTotp(secret, label).toString()
}

/** The number of the code when it is right (one period early or late is), else null. */
export function findCounter(secret: string, typed: string, now: Date): number | null {
  const token = typed.replace(/\s/g, '')
  const delta = createTotp(secret).validate({ token, timestamp: now.getTime(), window: 1 })
  return delta === null ? null : Math.floor(now.getTime() / 1000 / period) + delta
}

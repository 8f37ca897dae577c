/** Between the password and the second factor: who is signing in, sealed in a short-lived cookie. */
import { decryptText, encryptText } from '#platform/secret.ts'
import { type Context, type Redirect, seeOther } from '#platform/web.ts'

const cookie = 'cauri-second-facteur'
const lastsSeconds = 600

export interface Challenge {
  readonly personId: string
  readonly next: string
}

export function startSecondFactor(
  { platform, now, setCookie }: Context,
  personId: string,
  next: string,
): Redirect {
  const body = JSON.stringify({ personId, next, until: now.getTime() + lastsSeconds * 1000 })
  setCookie(cookie, encryptText(body, platform.secret), { maxAge: lastsSeconds })
  return seeOther('/connexion/second-facteur')
}

export function readChallenge({ platform, now, getCookie }: Context): Challenge | null {
  const sealed = getCookie(cookie)
  if (!sealed) return null
  try {
    const { personId, next, until } = JSON.parse(
      decryptText(sealed, platform.secret),
    ) as Challenge & { until: number }
    return until > now.getTime() ? { personId, next } : null
  } catch {
    return null
  }
}

export function endChallenge({ setCookie }: Context): void {
  setCookie(cookie, null)
}

/** Between the first proof and the second: who is signing in, sealed in a short-lived cookie. */
import { type Context, type Redirect, seeOther } from '#platform/web.ts'
import { createSealedCookie } from '../sessions/sealed-cookie.ts'

interface Challenge {
  readonly personId: string
  readonly next: string
}

export const challenge = createSealedCookie<Challenge>('cauri-second-facteur', 600)

export function startSecondFactor(context: Context, personId: string, next: string): Redirect {
  challenge.keep(context, { personId, next })
  return seeOther('/connexion/second-facteur')
}

/** Before what could take an account away from its owner, the password is asked for once more. */
import { z } from 'zod'
import type { Context } from '#platform/web.ts'
import { checkPassword } from './password.ts'
import type { Person } from './person.queries.ts'

const tries = { points: 10, seconds: 900 }

/** Empty for somebody who has no password and signs in otherwise. */
export const currentPassword = z.string().max(300).default('')

export const wrongPassword = 'Ce n’est pas votre mot de passe actuel'

/** Counted per session: somebody who found it open must not guess, nor close the owner's other browsers. */
export async function confirmPassword(
  { platform, session }: Context,
  person: Person,
  typed: string,
): Promise<boolean> {
  if (person.passwordHash === null) return true
  const key = `confirm-password:${person.id}:${session?.id}`
  if (!(await platform.rateLimiter.tryPoint(key, tries.points, tries.seconds))) return false
  return checkPassword(person.passwordHash, typed)
}

/** Passwords, kept as argon2id with the cost OWASP asks for (19 MiB, two passes). */
import { hash, verify } from '@node-rs/argon2'

const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), cost)
}

let decoy: Promise<string> | undefined

/** Takes as long for an account that does not exist, so that the time tells nothing. */
export async function checkPassword(
  stored: string | null | undefined,
  password: string,
): Promise<boolean> {
  decoy ??= hashPassword('personne')
  const isRight = await verify(stored ?? (await decoy), password.normalize('NFC'))
  return isRight && stored !== null && stored !== undefined
}

/** Codes that lead nowhere are counted by address, whatever they would open, so that nobody tries them one by one. */
import { TooMany } from '#platform/errors.ts'
import type { Context } from '#platform/web.ts'

const mistakes = 60
const seconds = 600

export async function countMistakes<Found>(
  { platform, address }: Pick<Context, 'platform' | 'address'>,
  find: () => Promise<Found | undefined>,
): Promise<Found | undefined> {
  const { rateLimiter } = platform
  const key = `verify ${address}`
  if ((await rateLimiter.countPoints(key)) >= mistakes) throw new TooMany()
  const found = await find()
  if (found === undefined) await rateLimiter.tryPoint(key, mistakes, seconds)
  return found
}

/** How often something may be tried, counted in the database so that every process counts together. */
import type { Pool } from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'

export interface RateLimiter {
  /** Takes one point under this key. False when none was left. */
  tryPoint(key: string, points: number, seconds: number): Promise<boolean>
  /** How many points this key has used in its current window. */
  countPoints(key: string): Promise<number>
  /** In how many seconds the window of this key ends. */
  countWait(key: string): Promise<number>
  forget(key: string): Promise<void>
}

export function createRateLimiter(pool: Pool): RateLimiter {
  const limiters = new Map<string, RateLimiterPostgres>()
  const getLimiter = (points: number, duration: number) => {
    const id = `${points}/${duration}`
    const limiter = limiters.get(id) ?? createLimiter(pool, points, duration)
    limiters.set(id, limiter)
    return limiter
  }
  return {
    async tryPoint(key, points, seconds) {
      try {
        await getLimiter(points, seconds).consume(key)
        return true
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return false
        throw refusal
      }
    },
    countPoints: async (key) => (await getLimiter(1, 1).get(key))?.consumedPoints ?? 0,
    countWait: async (key) =>
      Math.ceil(((await getLimiter(1, 1).get(key))?.msBeforeNext ?? 0) / 1000),
    forget: async (key) => {
      await getLimiter(1, 1).delete(key)
    },
  }
}

function createLimiter(pool: Pool, points: number, duration: number): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: pool,
    schemaName: 'platform',
    tableName: 'rate_limit',
    tableCreated: true,
    keyPrefix: '',
    points,
    duration,
  })
}

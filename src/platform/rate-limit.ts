/** How often something may be tried, counted in the database so that every process counts together. */
import type { Pool } from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'

/** What is left of a window once a point was asked for. */
export interface Allowance {
  readonly isTaken: boolean
  readonly remaining: number
  /** Until the window ends. */
  readonly seconds: number
}

export interface RateLimiter {
  /** Takes one point under this key, and tells what is left. */
  takePoint(key: string, points: number, seconds: number): Promise<Allowance>
  /** Takes one point under this key. False when none was left. */
  tryPoint(key: string, points: number, seconds: number): Promise<boolean>
  /** How many points this key has used in its current window. */
  countPoints(key: string): Promise<number>
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
  const takePoint = async (key: string, points: number, seconds: number): Promise<Allowance> => {
    try {
      return describe(await getLimiter(points, seconds).consume(key), true)
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return describe(refusal, false)
      throw refusal
    }
  }
  return {
    takePoint,
    tryPoint: async (key, points, seconds) => (await takePoint(key, points, seconds)).isTaken,
    countPoints: async (key) => (await getLimiter(1, 1).get(key))?.consumedPoints ?? 0,
    forget: async (key) => {
      await getLimiter(1, 1).delete(key)
    },
  }
}

function describe({ remainingPoints, msBeforeNext }: RateLimiterRes, isTaken: boolean): Allowance {
  return {
    isTaken,
    remaining: Math.max(0, remainingPoints),
    seconds: Math.max(1, Math.ceil(msBeforeNext / 1000)),
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

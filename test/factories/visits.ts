/** A browser before the application, below HTTP: it keeps cookies, and each of its acts is one transaction. */
import { type Actor, visitor } from '#platform/actor.ts'
import { readConfig } from '#platform/config.ts'
import { writeAs } from '#platform/database.ts'
import { createLog } from '#platform/log.ts'
import { createRateLimiter } from '#platform/rate-limit.ts'
import type { Context, Platform, Refusal, Session } from '#platform/web.ts'
import type { TestDatabase } from '../database.ts'

export function createTestPlatform({ db, counters }: TestDatabase): Platform {
  return {
    config: readConfig({ CAURI_ORIGIN: 'https://cauri.example' }),
    log: createLog('silent'),
    db,
    rateLimiter: createRateLimiter(counters),
    secret: Buffer.alloc(32, 7),
  } as unknown as Platform
}

interface VisitOptions {
  readonly address?: string
  readonly device?: string
}

export class Visit {
  readonly cookies = new Map<string, string>()
  actor: Actor = visitor
  session: Session | null = null
  now = new Date('2026-11-23T09:00:00Z')
  readonly #platform: Platform
  readonly #options: VisitOptions

  constructor(platform: Platform, options: VisitOptions = {}) {
    this.#platform = platform
    this.#options = options
  }

  /** As a POST does: what is refused is undone, except what was written on another connection. */
  async act<T>(work: (context: Context) => Promise<T>): Promise<T> {
    const refused = new Error('refused')
    let outcome: T | undefined
    try {
      await writeAs(this.#platform.db, this.actor, async (db) => {
        outcome = await work({ ...this.context(), db })
        if (isRefusal(outcome)) throw refused
      })
    } catch (error) {
      if (error !== refused) throw error
    }
    return outcome as T
  }

  context(): Context {
    return {
      platform: this.#platform,
      db: this.#platform.db,
      actor: this.actor,
      session: this.session,
      locale: 'fr',
      now: this.now,
      query: {},
      fields: {},
      address: this.#options.address ?? '102.130.4.7',
      device: this.#options.device ?? 'Firefox, Linux',
      url: '/',
      headers: {},
      rawBody: null,
      rawBytes: null,
      getCookie: (name) => this.cookies.get(name) ?? null,
      setCookie: (name, value) => {
        if (value === null) this.cookies.delete(name)
        else this.cookies.set(name, value)
      },
    }
  }

  later(seconds: number): void {
    this.now = new Date(this.now.getTime() + seconds * 1000)
  }
}

/** Such as false, null, or the refusal of a form. */
function isRefusal(outcome: unknown): boolean {
  return (
    outcome === false || outcome === null || (outcome as Refusal | undefined)?.kind === 'refusal'
  )
}

/** What a route may use: who acts, on which database, and when. */
import type { Kysely } from 'kysely'
import type { Actor } from '../actor.ts'
import type { Config } from '../config.ts'
import type { Tables } from '../database/tables.ts'
import type { FileStore } from '../files.ts'
import type { Log } from '../log.ts'
import type { RateLimiter } from '../rate-limit.ts'

export type Db = Kysely<Tables>

/** What lives as long as the process. */
export interface Platform {
  readonly config: Config
  readonly log: Log
  /** Acts as a visitor: everything else goes through `withActor`. */
  readonly db: Db
  readonly files: FileStore
  readonly rateLimiter: RateLimiter
  /** Signs and encrypts what leaves the server and comes back. */
  readonly secret: Buffer
}

export interface CookieOptions {
  /** In seconds; a session cookie without it. */
  readonly maxAge?: number
}

export interface Session {
  readonly id: string
  readonly actor: Actor
  readonly locale: string
}

export interface Context {
  readonly platform: Platform
  /** Bound to the actor: on a POST, the one transaction of the request. */
  readonly db: Db
  readonly actor: Actor
  readonly session: Session | null
  readonly locale: string
  readonly now: Date
  readonly query: Readonly<Record<string, string | string[] | undefined>>
  /** The submitted fields of an endpoint's POST. */
  readonly fields: Readonly<Record<string, unknown>>
  readonly address: string
  readonly device: string
  readonly url: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  /** A JSON body as it was sent, for whoever signs it; null for any other. */
  readonly rawBody: string | null
  /** A piece of a file as it was sent; null for any other body. */
  readonly rawBytes: Buffer | null
  readonly getCookie: (name: string) => string | null
  readonly setCookie: (name: string, value: string | null, options?: CookieOptions) => void
}

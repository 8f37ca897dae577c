/** A site with routes of the test's own, on a real server and a real database: for what every route goes through. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Actor } from '#platform/actor.ts'
import { type Config, readConfig } from '#platform/config.ts'
import { createFileStore } from '#platform/files/file-store.ts'
import { createLog } from '#platform/log.ts'
import { createRateLimiter } from '#platform/rate-limit.ts'
import type { FailureViews } from '#platform/web/failures.ts'
import { createServer } from '#platform/web/server.ts'
import { type Platform, type Route, sessionCookie, useView } from '#platform/web.ts'
import { readHidden } from '../client.ts'
import { type TestDatabase, useDatabase } from '../database.ts'

export interface TestSite {
  readonly database: TestDatabase
  readonly platform: Platform
  readonly site: Awaited<ReturnType<typeof createServer>>['site']
  /** Where the bytes of files are. */
  readonly filesDirectory: string
  /** Somebody's browser, without following redirections; a visitor's when nobody is named. */
  browse(who?: string): Caller
  close(): Promise<void>
}

interface Options {
  /** Who is signed in with which name. */
  readonly people?: Readonly<Record<string, Actor>>
  readonly config?: Partial<Config>
  /** Names of people whose session has ended. */
  readonly ended?: ReadonlySet<string>
}

export async function openTestSite(
  routes: readonly Route[],
  { people = {}, config = {}, ended = new Set() }: Options = {},
): Promise<TestSite> {
  const directory = mkdtempSync(path.join(tmpdir(), 'cauri-site-'))
  const database = await useDatabase()
  const settings = {
    ...readConfig({ CAURI_DATA_DIR: directory, CAURI_LOG: 'silent' }),
    ...config,
  }
  const platform: Platform = {
    config: settings,
    log: createLog('silent'),
    db: database.db,
    files: createFileStore({ dataDirectory: path.join(directory, 'var') }),
    rateLimiter: createRateLimiter(database.counters),
    secret: Buffer.alloc(32, 7),
  }
  const authenticate = async (_: unknown, name: string) => {
    const actor = people[name]
    if (!actor) throw new Error('sessions cannot be read')
    const session = ended.has(name) ? null : { id: name, actor, locale: 'fr' }
    return { session, lastPersonId: actor.id }
  }
  const { app, site } = await createServer({
    platform,
    routes,
    authenticate,
    failureViews,
    assetDirectory: mkdtempSync(path.join(directory, 'assets-')),
  })
  const origin = await app.listen({ port: 0, host: '127.0.0.1' })
  return {
    database,
    platform,
    site,
    filesDirectory: path.join(directory, 'var', 'files'),
    browse: (who) => new Caller(origin, who),
    async close() {
      await app.close()
      await database.close()
      rmSync(directory, { recursive: true })
    },
  }
}

const failureViews: FailureViews = {
  notFound: () => <p>introuvable</p>,
  forbidden: (keptAt) => <p>interdit {keptAt && <a href={keptAt}>gardé</a>}</p>,
  conflict: (message) => <p>conflit : {message}</p>,
  tooLarge: () => <p>trop lourd</p>,
  tooMany: () => <p>trop souvent</p>,
  broken: (reference) => <p>panne {reference}</p>,
}

/** The hidden fields that every form carries. */
export function Proof() {
  const { csrfToken, idempotencyKey } = useView()
  return (
    <>
      <input type="hidden" name="_csrf" value={csrfToken()} />
      <input type="hidden" name="_key" value={idempotencyKey()} />
    </>
  )
}

export interface Heard {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

type Headed = Readonly<Record<string, string>>

export class Caller {
  readonly cookies = new Map<string, string>()
  readonly #origin: string

  constructor(origin: string, who?: string) {
    this.#origin = origin
    if (who) this.cookies.set(sessionCookie, who)
  }

  get(path: string, headers: Headed = {}): Promise<Heard> {
    return this.#ask(path, { headers })
  }

  post(path: string, body: Headed | FormData, headers: Headed = {}): Promise<Heard> {
    const sent = body instanceof FormData ? body : new URLSearchParams(body)
    return this.#ask(path, { method: 'POST', body: sent, headers })
  }

  /** The hidden fields of the form at this address. */
  async readForm(path: string, action = path): Promise<Record<string, string>> {
    return readHidden((await this.get(path)).text, action)
  }

  async #ask(path: string, init: RequestInit & { headers: Headed }): Promise<Heard> {
    const cookie = [...this.cookies].map((pair) => pair.join('=')).join('; ')
    const headers = { cookie, ...init.headers }
    const response = await fetch(this.#origin + path, { ...init, headers, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) this.#keep(line)
    return { status: response.status, headers: response.headers, text: await response.text() }
  }

  #keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    if (value === '') this.cookies.delete(name)
    else this.cookies.set(name, value)
  }
}

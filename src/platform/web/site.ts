/** The site as its routes see it: who visits, what they are shown, and how it is sent. */

import { timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { visitor } from '../actor.ts'
import { listLocales } from '../i18n.ts'
import { createId } from '../id.ts'
import type { Context, Db, Platform, Session } from './context.ts'
import { createCsrf } from './csrf.ts'
import { type CachedPage, PageCache } from './page-cache.ts'
import { chooseEncoding, encodePage, renderPage } from './render.ts'
import type { Request } from './request.ts'
import { keptControl, sendUnlessKnown } from './send-kept.ts'
import type { Fields } from './submission.ts'
import type { Flash, ViewContext } from './view-context.ts'

/** Tells who a session cookie belongs to; an ended session still tells whose it was. */
export type Authenticate = (
  db: Db,
  token: string,
  now: Date,
) => Promise<{ session: Session | null; lastPersonId: string | null }>

export interface SiteParts {
  readonly platform: Platform
  readonly authenticate: Authenticate
  readonly assetUrl: (name: string) => string
}

export interface Visit {
  readonly session: Session | null
  readonly lastPersonId: string | null
  readonly locale: string
  readonly flash: Flash | null
  context(fields?: Fields): Context
  view(): { view: ViewContext; isPersonal: () => boolean }
}

declare module 'fastify' {
  interface FastifyRequest {
    visit: Promise<Visit> | null
    submitted: Fields | null
    /** A JSON body as it was sent. */
    rawBody: string | null
    rawBytes: Buffer | null
  }
}

export const sessionCookie = 'cauri-session'
const flashCookie = 'cauri-flash'
const localeCookie = 'cauri-langue'

export class Site {
  readonly platform: Platform
  readonly pages = new PageCache()
  readonly #parts: SiteParts
  readonly #csrf: ReturnType<typeof createCsrf>

  constructor(parts: SiteParts) {
    this.#parts = parts
    this.platform = parts.platform
    this.#csrf = createCsrf(parts.platform)
  }

  /** Once per request, however often it is asked. */
  openVisit(request: FastifyRequest, reply: FastifyReply): Promise<Visit> {
    request.visit ??= this.#openVisit(request as Request, reply)
    return request.visit
  }

  /** For the page that tells of a failure, when even the session cannot be read. */
  openBlindVisit(request: FastifyRequest, reply: FastifyReply): Visit {
    return this.#describeVisit(request as Request, reply, null, new Date())
  }

  async #openVisit(request: Request, reply: FastifyReply): Promise<Visit> {
    const now = new Date()
    const token = request.cookies[sessionCookie]
    const known = token ? await this.#parts.authenticate(this.platform.db, token, now) : null
    return this.#describeVisit(request, reply, known, now)
  }

  #describeVisit(
    request: Request,
    reply: FastifyReply,
    known: Awaited<ReturnType<Authenticate>> | null,
    now: Date,
  ): Visit {
    const session = known?.session ?? null
    const locale = this.#chooseLocale(request, session)
    const flash = this.#takeFlash(request, reply)
    return {
      session,
      lastPersonId: known?.lastPersonId ?? null,
      locale,
      flash,
      context: (fields = {}) =>
        this.#createContext(request, reply, { session, locale, now, fields }),
      view: () => this.#createView(request, reply, { session, locale, now, flash }),
    }
  }

  #chooseLocale(request: Request, session: Session | null): string {
    const wanted = request.cookies[localeCookie] ?? session?.locale ?? 'fr'
    return listLocales().includes(wanted) ? wanted : 'fr'
  }

  #createContext(
    request: Request,
    reply: FastifyReply,
    visit: { session: Session | null; locale: string; now: Date; fields: Fields },
  ): Context {
    return {
      platform: this.platform,
      db: this.platform.db,
      actor: visit.session?.actor ?? visitor,
      session: visit.session,
      locale: visit.locale,
      now: visit.now,
      query: request.query,
      fields: visit.fields,
      address: request.ip,
      device: String(request.headers['user-agent'] ?? '').slice(0, 300),
      url: request.url,
      headers: request.headers,
      rawBody: request.rawBody,
      rawBytes: request.rawBytes,
      getCookie: (name) => request.cookies[name] ?? null,
      setCookie: (name, value, options) => {
        if (value === null) reply.clearCookie(name, this.#cookieOptions())
        else reply.setCookie(name, value, { ...this.#cookieOptions(), ...options })
      },
    }
  }

  #createView(
    request: Request,
    reply: FastifyReply,
    visit: { session: Session | null; locale: string; now: Date; flash: Flash | null },
  ) {
    let isPersonal = false
    const view: ViewContext = {
      actor: visit.session?.actor ?? visitor,
      locale: visit.locale,
      url: request.url,
      now: visit.now,
      flash: visit.flash,
      csrfToken: () => {
        isPersonal = true
        return this.#csrf.createToken(request, reply, visit.session?.id ?? null)
      },
      idempotencyKey: () => {
        isPersonal = true
        return createId()
      },
      assetUrl: this.#parts.assetUrl,
      hasOutboxPage: this.platform.config.hasOutboxPage,
    }
    return { view, isPersonal: () => isPersonal }
  }

  async verifyCsrf(
    request: FastifyRequest,
    _reply: FastifyReply,
    fields: Fields,
    visit: Visit,
  ): Promise<boolean> {
    return (
      this.isSameOrigin(request) && this.#csrf.verify(request, fields, visit.session?.id ?? null)
    )
  }

  /** Browsers say where a request comes from; one from elsewhere is never an act of the person. */
  isSameOrigin(request: FastifyRequest): boolean {
    const site = request.headers['sec-fetch-site']
    if (site !== undefined) return site === 'same-origin' || site === 'none'
    const { origin } = request.headers
    return origin === undefined || origin === 'null' || safeHost(origin) === request.headers.host
  }

  setFlash(reply: FastifyReply, flash: Flash): void {
    const value = Buffer.from(JSON.stringify(flash)).toString('base64url')
    reply.setCookie(flashCookie, `${value}.${this.#csrf.sign(value)}`, {
      ...this.#cookieOptions(),
      maxAge: 300,
    })
  }

  #takeFlash(request: FastifyRequest, reply: FastifyReply): Flash | null {
    const [value, signature] = (request.cookies[flashCookie] ?? '').split('.')
    if (!value || request.method !== 'GET') return null
    reply.clearCookie(flashCookie, this.#cookieOptions())
    const expected = Buffer.from(this.#csrf.sign(value))
    const given = Buffer.from(signature ?? '')
    if (expected.length !== given.length || !timingSafeEqual(expected, given)) return null
    return JSON.parse(Buffer.from(value, 'base64url').toString()) as Flash
  }

  #cookieOptions() {
    return {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: this.platform.config.origin.startsWith('https:'),
    } as const
  }

  async sendView(
    request: FastifyRequest,
    reply: FastifyReply,
    visit: Visit,
    status: number,
    make: () => VNode,
  ) {
    const { view } = visit.view()
    const html = renderPage(view, make)
    const encoded = await encodePage(
      html,
      chooseEncoding(request.headers['accept-encoding']),
      false,
    )
    return this.sendPage(request, reply.code(status), encoded, false)
  }

  sendPage(request: FastifyRequest, reply: FastifyReply, page: CachedPage, isForAll: boolean) {
    reply.header('content-type', 'text/html; charset=utf-8')
    reply.header('cache-control', isForAll ? keptControl : 'private, no-store')
    reply.header('vary', 'accept-encoding, cookie')
    if (page.encoding) reply.header('content-encoding', page.encoding)
    return isForAll ? sendUnlessKnown(request, reply, page) : reply.send(page.body)
  }
}

function safeHost(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}

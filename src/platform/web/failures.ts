/** The one place where what was thrown becomes a page: a refusal is explained, a defect gets a number. */
import { randomBytes } from 'node:crypto'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { Conflict, Forbidden, NotFound, TooMany } from '../errors.ts'
import { holdSubmission } from './held-submission.ts'
import type { Site, Visit } from './site.ts'
import { redirect } from './steps.ts'
import { toHeldFields } from './submission.ts'

/** The pages of failure; the design system gives them. */
export interface FailureViews {
  /** With the address at which a form sent in vain is shown again, filled. */
  notFound(keptAt?: string): VNode
  forbidden(keptAt?: string): VNode
  conflict(message: string): VNode
  tooLarge(): VNode
  tooMany(): VNode
  broken(reference: string): VNode
}

const longestHeld = 200_000

export function serveFailures(app: FastifyInstance, site: Site, views: FailureViews): void {
  app.setNotFoundHandler(async (request, reply) => {
    const visit = await site.openVisit(request, reply)
    return site.sendView(request, reply, visit, 404, () => views.notFound())
  })
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    const visit = await site
      .openVisit(request, reply)
      .catch(() => site.openBlindVisit(request, reply))
    if (isSignInNeeded(error, request, visit)) return askToSignIn(site, request, reply, visit)
    const keptAt = await keepRefused(app, site, error, request, visit)
    const { status, view } = explain(site, views, error, request, keptAt)
    return site.sendView(request, reply, visit, status, view)
  })
}

/**
 * A visitor is asked to sign in; also where a row is hidden from visitors, on a working page (the links of messages
 * lead there) or after a session ended.
 */
function isSignInNeeded(error: unknown, request: FastifyRequest, visit: Visit): boolean {
  if (visit.session !== null || request.headers.accept?.includes('application/json')) return false
  const isExpected = visit.lastPersonId !== null || request.url.startsWith('/espace/')
  return error instanceof Forbidden || (error instanceof NotFound && isExpected)
}

/** A form sent after the session ended is kept, and shown again, filled, once its author is back. */
async function askToSignIn(site: Site, request: FastifyRequest, reply: FastifyReply, visit: Visit) {
  const path = request.url.split('?')[0] ?? '/'
  if (request.method === 'GET')
    return redirect(site, reply, toSignIn(request.url, 'Connectez-vous pour continuer.'))
  if (!site.isSameOrigin(request) || !request.submitted)
    return redirect(site, reply, toSignIn('/espace', 'Connectez-vous pour continuer.'))
  const token = await tryHold(site, request, visit, path)
  if (token === null) return redirect(site, reply, toSignIn(path, 'Connectez-vous pour continuer.'))
  const text =
    'Votre session avait pris fin. Reconnectez-vous : ce que vous aviez écrit vous attend.'
  return redirect(site, reply, toSignIn(`${path}?reprise=${token}`, text))
}

/**
 * A form whose author may no longer send it (they act for another organisation in another window, an assistance has
 * ended) is kept for the day it is theirs again.
 */
async function keepRefused(
  app: FastifyInstance,
  site: Site,
  error: unknown,
  request: FastifyRequest,
  visit: Visit,
): Promise<string | undefined> {
  const isRefused = error instanceof Forbidden || error instanceof NotFound
  const url = request.routeOptions.url ?? ''
  if (!isRefused || !request.submitted || !app.hasRoute({ method: 'GET', url })) return undefined
  if (visit.session === null || !site.isSameOrigin(request)) return undefined
  const path = request.url.split('?')[0] ?? '/'
  const token = await tryHold(site, request, visit, path)
  return token === null ? undefined : `${path}?reprise=${token}`
}

/** A form of a reasonable size, a few of them an hour from one address: anybody at all may send one. */
async function tryHold(
  { platform }: Site,
  { submitted }: FastifyRequest,
  { lastPersonId, context }: Visit,
  path: string,
): Promise<string | null> {
  const fields = toHeldFields(submitted ?? {}, platform)
  if (JSON.stringify(fields).length > longestHeld) return null
  const { address, now } = context()
  if (!(await platform.rateLimiter.tryPoint(`hold ${address}`, 20, 3600))) return null
  return holdSubmission(platform.db, { path, fields }, lastPersonId, now)
}

function toSignIn(next: string, text: string) {
  return {
    kind: 'redirect',
    location: `/connexion?suite=${encodeURIComponent(next)}`,
    flash: { kind: 'info', text },
  } as const
}

function explain(
  site: Site,
  views: FailureViews,
  error: FastifyError,
  request: FastifyRequest,
  keptAt?: string,
) {
  if (error instanceof NotFound) return { status: 404, view: () => views.notFound(keptAt) }
  if (error instanceof Forbidden) return { status: 403, view: () => views.forbidden(keptAt) }
  if (error instanceof Conflict) return { status: 409, view: () => views.conflict(error.message) }
  if (error instanceof TooMany || error.statusCode === 429)
    return { status: 429, view: views.tooMany }
  if (error.statusCode === 413 || error.code === 'FST_PARTS_LIMIT')
    return { status: 413, view: views.tooLarge }
  if (error.statusCode !== undefined && error.statusCode < 500)
    return { status: error.statusCode, view: () => views.notFound() }
  const reference = randomBytes(4).toString('hex').toUpperCase()
  site.platform.log.error(
    { reference, requestId: request.id, route: request.routeOptions?.url, err: error },
    'defect',
  )
  return { status: 500, view: () => views.broken(reference) }
}

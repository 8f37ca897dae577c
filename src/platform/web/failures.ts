/** The one place where what was thrown becomes a page: a refusal is explained, a defect gets a number. */
import { randomBytes } from 'node:crypto'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { Conflict, Forbidden, NotFound, TooMany } from '../errors.ts'
import { holdSubmission } from './held-submission.ts'
import { problem } from './problem.ts'
import type { Reply } from './route.ts'
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

declare module 'fastify' {
  interface FastifyContextConfig {
    isForMachines?: boolean
  }
}

const longestHeld = 200_000

export function serveFailures(app: FastifyInstance, site: Site, views: FailureViews): void {
  app.setNotFoundHandler(async (request, reply) => {
    if (asksForJson(request)) return sendProblem(reply, problem(404, problems.notFound))
    const visit = await site.openVisit(request, reply)
    return site.sendView(request, reply, visit, 404, () => views.notFound())
  })
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    if (request.routeOptions.config.isForMachines)
      return sendProblem(reply, explainToMachine(site, error, request))
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
  const reference = recordDefect(site, error, request)
  return { status: 500, view: () => views.broken(reference) }
}

/** The number by which the log line is found. */
function recordDefect(site: Site, error: FastifyError, request: FastifyRequest): string {
  const reference = randomBytes(4).toString('hex').toUpperCase()
  site.platform.log.error(
    { reference, requestId: request.id, route: request.routeOptions?.url, err: error },
    'defect',
  )
  return reference
}

/** Whoever reads JSON and no page, at an address that is nothing. */
function asksForJson({ headers: { accept = '' } }: FastifyRequest): boolean {
  return accept.includes('json') && !accept.includes('html')
}

const problems = {
  notFound: 'Rien à cette adresse, ou rien que vous puissiez lire.',
  forbidden: 'Cette action n’est pas permise.',
  tooMany: 'Trop de demandes depuis cette adresse : attendez une minute.',
  tooLarge: 'Ce qui est envoyé est trop lourd.',
  unreadable: 'Ce qui est envoyé n’a pas pu être lu.',
}

function explainToMachine(site: Site, error: FastifyError, request: FastifyRequest): Reply {
  if (error instanceof NotFound) return problem(404, problems.notFound)
  if (error instanceof Forbidden) return problem(403, problems.forbidden)
  if (error instanceof Conflict) return problem(409, error.message)
  if (error instanceof TooMany || error.statusCode === 429)
    return problem(429, problems.tooMany, { headers: { 'retry-after': '60' } })
  if (error.statusCode === 413 || error.code === 'FST_PARTS_LIMIT')
    return problem(413, problems.tooLarge)
  if (error.statusCode !== undefined && error.statusCode < 500)
    return problem(error.statusCode, problems.unreadable)
  const code = recordDefect(site, error, request)
  return problem(500, `Une erreur est survenue : donnez la référence ${code} à l’exploitant.`, {
    code,
  })
}

function sendProblem(reply: FastifyReply, { status = 500, headers = {}, body }: Reply) {
  return reply
    .code(status)
    .headers({ 'cache-control': 'no-store', ...headers })
    .send(body)
}

/** Files, feeds and machines: an answer that is not a page. */
import type { FastifyReply } from 'fastify'
import { writeAs } from '../database/transaction.ts'
import { Forbidden } from '../errors.ts'
import type { Context } from './context.ts'
import type { Request } from './request.ts'
import { type EndpointRoute, isRedirect } from './route.ts'
import { servePublicEndpoint } from './serve-public-endpoint.ts'
import type { Site } from './site.ts'
import { loadSubject, readFor, redirect, takePoint } from './steps.ts'
import { readFields } from './submission.ts'

export async function serveEndpoint(
  site: Site,
  route: EndpointRoute,
  request: Request,
  reply: FastifyReply,
) {
  if (route.isPublic) return servePublicEndpoint(site, route, request, reply)
  const visit = await site.openVisit(request, reply)
  await takePoint(site, route, visit.context())
  const isPost = route.method !== 'GET'
  const fields = isPost ? await readFields(request, site.platform) : {}
  if (isPost && !route.isCsrfExempt && !(await site.verifyCsrf(request, reply, fields, visit)))
    throw new Forbidden()

  const run = async (context: Context) =>
    route.reply((await loadSubject(route, request, context)) as never, context)
  // Machines and files are in French, whoever asks.
  const context = { ...visit.context(fields), locale: 'fr' }
  const answered = isPost
    ? await writeAs(site.platform.db, context.actor, (db) => run({ ...context, db }))
    : await readFor(site, context, run)

  const answer = typeof answered === 'function' ? await answered() : answered
  if (isRedirect(answer)) return redirect(site, reply, answer)
  reply.code(answer.status ?? 200).headers({ 'cache-control': 'no-store', ...answer.headers })
  return reply.send(answer.body ?? undefined)
}

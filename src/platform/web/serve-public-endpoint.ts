/** Answers that are the same for everybody: read as a visitor, whoever asks, and kept like public pages until something changes. */
import type { FastifyReply } from 'fastify'
import { visitor } from '../actor.ts'
import { inLocale } from '../i18n.ts'
import type { Context } from './context.ts'
import { writeTag } from './entity-tag.ts'
import { chooseEncoding, encodeBytes } from './render.ts'
import type { Request } from './request.ts'
import type { EndpointRoute, Reply } from './route.ts'
import { sendKept } from './send-kept.ts'
import type { Site } from './site.ts'
import { loadSubject, takePoint } from './steps.ts'

export async function servePublicEndpoint(
  site: Site,
  route: EndpointRoute,
  request: Request,
  reply: FastifyReply,
) {
  const encoding = chooseEncoding(request.headers['accept-encoding'])
  const key = `endpoint ${encoding} ${request.url}`
  const kept = site.pages.find(key, Date.now())
  if (kept) return sendKept(request, reply, kept)

  const { generation } = site.pages
  const context = site.openBlindVisit(request, reply).context()
  // What is kept costs nothing and is not counted: only what must be read anew is.
  await takePoint(site, route, context)
  const answer = await read(route, request, { ...context, actor: visitor, locale: 'fr' })
  if ((answer.status ?? 200) !== 200 || typeof answer.body !== 'string')
    return reply
      .code(answer.status ?? 200)
      .headers({ 'cache-control': 'no-store', ...answer.headers })
      .send(answer.body)
  const bytes = Buffer.from(answer.body)
  const entry = {
    etag: writeTag(bytes, encoding ?? ''),
    body: await encodeBytes(bytes, encoding, true),
    encoding,
    headers: answer.headers ?? {},
  }
  site.pages.keep(key, entry, generation, Date.now())
  return sendKept(request, reply, entry)
}

async function read(route: EndpointRoute, request: Request, context: Context): Promise<Reply> {
  const subject = await loadSubject(route, request, context)
  return inLocale('fr', () => route.reply(subject as never, context)) as Promise<Reply>
}

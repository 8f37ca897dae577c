/** What is the same for everybody, sent to whoever does not have it yet. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { namesTag } from './entity-tag.ts'
import type { CachedPage } from './page-cache.ts'

export const keptControl = 'public, max-age=0, must-revalidate'

/** An answer that is no page. */
export function sendKept(request: FastifyRequest, reply: FastifyReply, kept: CachedPage) {
  reply.headers({ ...kept.headers, 'cache-control': keptControl, vary: 'accept-encoding' })
  if (kept.encoding) reply.header('content-encoding', kept.encoding)
  return sendUnlessKnown(request, reply, kept)
}

export function sendUnlessKnown(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  { etag, body }: CachedPage,
) {
  reply.header('etag', etag)
  return namesTag(headers['if-none-match'], etag) ? reply.code(304).send() : reply.send(body)
}

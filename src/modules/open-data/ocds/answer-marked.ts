/** Open data is the same for everybody: whoever has the last version is told so instead of being sent it again. */
import { createHash } from 'node:crypto'
import type { Context, Reply } from '#platform/web.ts'

type Asked = Pick<Context, 'headers'>

const shared = {
  'cache-control': 'public, max-age=60',
  'access-control-allow-origin': '*',
  vary: 'accept-encoding',
}

/** `content` is whatever changes when the answer does; the answer itself is only prepared when it is sent. */
export async function answerMarked(
  { headers }: Asked,
  content: string,
  prepare: () => Reply | Promise<Reply>,
): Promise<Reply> {
  const etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 32)}"`
  const kept = { ...shared, etag }
  if (isKnown(headers['if-none-match'], etag)) return { status: 304, headers: kept, body: null }
  const reply = await prepare()
  return { ...reply, headers: { ...reply.headers, ...kept } }
}

/** Several may be held; a proxy that compressed one calls it weak. */
function isKnown(held: string | string[] | undefined, etag: string): boolean {
  const tags = String(held ?? '')
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
  return tags.includes(etag) || tags.includes('*')
}

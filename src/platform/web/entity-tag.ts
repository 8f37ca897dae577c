/** Answers compared by their mark (ETag, RFC 9110): what a reader already has is not sent again. */
import { createHash } from 'node:crypto'
import type { Context } from './context.ts'
import type { Reply } from './route.ts'

export function writeTag(content: Buffer | string, encoding = ''): string {
  const hash = createHash('sha256').update(content).digest('base64url')
  return `"${hash.slice(0, 22)}${encoding}"`
}

/** The header names one mark, several, or any; a proxy may have weakened them. */
export function namesTag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false
  const known = header.split(',').map((mark) => mark.trim().replace(/^W\//, ''))
  return known.includes(etag) || known.includes('*')
}

/** The answer with its mark, or 304 when the reader has it; a refusal passes as it is. */
export function answerUnlessKnown(
  reply: Reply,
  { headers }: Pick<Context, 'headers'>,
  cacheControl: string,
): Reply {
  if ((reply.status ?? 200) !== 200 || typeof reply.body !== 'string') return reply
  const etag = writeTag(reply.body)
  const kept = { ...reply.headers, etag, 'cache-control': cacheControl }
  return namesTag(headers['if-none-match'] as string | undefined, etag)
    ? { status: 304, headers: kept, body: null }
    : { ...reply, headers: kept }
}

/** A paper by the code it bears: a telephone that guesses is stopped before it finds anything. */
import { findDocumentByCode, stateOf } from '#platform/documents.ts'
import type { Context } from '#platform/web.ts'
import type { FoundPaper } from './phone-words.rules.ts'

/** Codes that one telephone may try in an hour. */
const mostCodes = 20

export async function findPaper(
  context: Context,
  code: string,
  phone: string | null,
): Promise<FoundPaper | undefined> {
  const { rateLimiter } = context.platform
  const isAllowed = await rateLimiter.tryPoint(`paper ${phone ?? 'unknown'}`, mostCodes, 3600)
  const document = isAllowed ? await findDocumentByCode(context, code) : undefined
  return document && { document, state: stateOf(document) }
}

/** Looks a paper up by its code; codes that lead nowhere are counted, so that nobody tries them one by one. */
import { findDocumentByCode, type StoredDocument } from '#platform/documents.ts'
import { TooMany } from '#platform/errors.ts'
import type { Context } from '#platform/web.ts'

const mistakes = 60
const seconds = 600

export async function findByCode(
  context: Context,
  typed: string,
): Promise<StoredDocument | undefined> {
  const { rateLimiter } = context.platform
  const key = `verify ${context.address}`
  if ((await rateLimiter.countPoints(key)) >= mistakes) throw new TooMany()
  const document = await findDocumentByCode(context, typed)
  if (!document) await rateLimiter.tryPoint(key, mistakes, seconds)
  return document
}

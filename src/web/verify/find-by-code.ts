/** Looks a paper up by its code. */
import { findDocumentByCode, type StoredDocument } from '#platform/documents.ts'
import type { Context } from '#platform/web.ts'
import { countMistakes } from './count-mistakes.ts'

export function findByCode(context: Context, typed: string): Promise<StoredDocument | undefined> {
  return countMistakes(context, () => findDocumentByCode(context, typed))
}

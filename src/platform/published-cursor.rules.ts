/** Where a list of published things goes on: the moment and the identifier of the last one shown. */
import type { Context } from '#platform/web.ts'

export interface PublishedCursor {
  readonly publishedAt: string
  readonly id: string
}

export function encodeCursor({ publishedAt, id }: PublishedCursor): string {
  return `${publishedAt}_${id}`
}

const cursorPattern = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)_([0-9a-f]{8}-[0-9a-f-]{27})$/

export function decodeCursor(text: string): PublishedCursor | null {
  const [, publishedAt, id] = cursorPattern.exec(text) ?? []
  if (!publishedAt || !id || Number.isNaN(Date.parse(publishedAt))) return null
  return { publishedAt, id }
}

/** What a page shows of the rows that were read, one more than it holds; and its last row when another page follows. */
export function cutPage<Row>(
  found: readonly Row[],
  pageSize: number,
): { readonly rows: readonly Row[]; readonly last: Row | undefined } {
  const rows = found.slice(0, pageSize)
  return { rows, last: found.length > pageSize ? rows.at(-1) : undefined }
}

/** One value of the address, without what cannot be typed; '' when absent. */
export function readQueryText(value: Context['query'][string]): string {
  return (Array.isArray(value) ? value[0] : value)?.replace(/\p{Cc}/gu, '').trim() ?? ''
}

/** Reading the address of the list of needs: anything that is not understood is passed over. */
import type { NeedCursor, NeedFilter } from './need.queries.ts'

type Query = Readonly<Record<string, string | string[] | undefined>>

export function readListQuery(query: Query): { filter: NeedFilter; cursor: NeedCursor | null } {
  const words = readText(query.q).slice(0, 200)
  const domain = readText(query.domaine).slice(0, 60) || null
  const filter = { words, domain, communeId: null, isGrouped: query.groupes === 'on' }
  return { filter, cursor: decodeCursor(readText(query.apres)) }
}

function readText(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value)?.replace(/\p{Cc}/gu, '').trim() ?? ''
}

export function encodeCursor({ publishedAt, id }: NeedCursor): string {
  return `${publishedAt}_${id}`
}

const cursorPattern = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)_([0-9a-f]{8}-[0-9a-f-]{27})$/

export function decodeCursor(text: string): NeedCursor | null {
  const [, publishedAt, id] = cursorPattern.exec(text) ?? []
  if (!publishedAt || !id || Number.isNaN(Date.parse(publishedAt))) return null
  return { publishedAt, id }
}

/** What the address of the record's pages asks for. */

import { readQueryText } from '#platform/published-cursor.rules.ts'
import type { Context } from '#platform/web.ts'
import type { RecordFilter } from './record.schema.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** What cannot be a year or an organisation is left out. */
export function readRecordFilter(query: Context['query']): RecordFilter {
  const year = readQueryText(query.annee)
  return {
    year: /^20\d\d$/.test(year) ? Number(year) : null,
    communeId: readId(query.commune),
    startupId: readId(query.startup),
  }
}

function readId(value: Context['query'][string]): string | null {
  const id = readQueryText(value)
  return uuid.test(id) ? id : null
}

export function writeRecordFilter({ year, communeId, startupId }: RecordFilter): URLSearchParams {
  return new URLSearchParams({
    ...(year !== null && { annee: String(year) }),
    ...(communeId && { commune: communeId }),
    ...(startupId && { startup: startupId }),
  })
}

/** Reading the address of the list of needs: anything that is not understood is passed over. */

import {
  decodeCursor,
  type PublishedCursor,
  readQueryText,
} from '#platform/published-cursor.rules.ts'
import type { Context } from '#platform/web.ts'
import type { NeedFilter } from './need.queries.ts'

export function readListQuery(query: Context['query']): {
  filter: NeedFilter
  cursor: PublishedCursor | null
} {
  const words = readQueryText(query.q).slice(0, 200)
  const domain = readQueryText(query.domaine).slice(0, 60) || null
  const filter = { words, domain, communeId: null, isGrouped: query.groupes === 'on' }
  return { filter, cursor: decodeCursor(readQueryText(query.apres)) }
}

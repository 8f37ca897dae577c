/** The published needs that a search finds, as a workbook. */
import { listCommuneNames } from '#modules/directory/index.ts'
import { renderSpreadsheet, replyWithFile } from '#platform/documents.ts'
import { toDay } from '#platform/format.ts'
import { everyone } from '#platform/policy.ts'
import { endpoint } from '#platform/web.ts'
import { listPublishedNeeds } from './need.queries.ts'
import { writeNeedList } from './need-list.paper.ts'
import { readListQuery } from './need-list.rules.ts'

/** Beyond that, a search narrows it. */
const mostRows = 5000

export const needWorkbook = endpoint('/besoins.xlsx', {
  load: async (_, { db, query }) => {
    const needs = await listPublishedNeeds(db, readListQuery(query).filter, null, mostRows)
    const communeIds = needs.map(({ communeId }) => communeId)
    return { needs, names: await listCommuneNames(db, communeIds) }
  },
  allow: everyone,
  limit: { points: 10, seconds: 60 },
  reply: async ({ needs, names }, { platform, now }) =>
    replyWithFile(
      `besoins-${toDay(now)}.xlsx`,
      await renderSpreadsheet([writeNeedList(needs, names, platform.config.origin)]),
    ),
})

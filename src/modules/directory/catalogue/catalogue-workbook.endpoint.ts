/** The solutions that a search finds, as a workbook. */
import { renderSpreadsheet, replyWithFile } from '#platform/documents.ts'
import { toDay } from '#platform/format.ts'
import { everyone } from '#platform/policy.ts'
import { endpoint } from '#platform/web.ts'
import { writeCatalogue } from './catalogue.paper.ts'
import { listFound } from './catalogue.queries.ts'
import { readSearch } from './catalogue-query.rules.ts'

export const catalogueWorkbook = endpoint('/solutions.xlsx', {
  load: (_, { db, query }) => listFound(db, readSearch(query)),
  allow: everyone,
  limit: { points: 10, seconds: 60 },
  reply: async (entries, { platform, now }) =>
    replyWithFile(
      `solutions-${toDay(now)}.xlsx`,
      await renderSpreadsheet([writeCatalogue(entries, platform.config.origin)]),
    ),
})

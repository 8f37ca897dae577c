import type { Route } from '#platform/web.ts'
import { listRecordPage } from './list-record.page.tsx'
import { recordTotalsPage } from './record-totals.page.tsx'
import { recordWorkbook } from './record-workbook.endpoint.ts'
import { showProcessPage } from './show-process.page.tsx'

export const recordRoutes: Route[] = [
  listRecordPage,
  recordTotalsPage,
  recordWorkbook,
  showProcessPage,
]

/** A report as whoever told it follows it: their own words, what the town hall did, and that of the report it was merged into. */
import { type Commune, getCommune } from '#modules/directory/index.ts'
import { asSystem } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import type { HistoryLine } from '#platform/lifecycle.ts'
import type { Context } from '#platform/web.ts'
import type { Report } from '../report.lifecycle.ts'
import {
  findReportByCode,
  getReport,
  listMessages,
  listReportHistory,
  type ReportMessage,
} from '../report.queries.ts'

export interface Followed {
  readonly report: Report
  /** The one that the town hall treats: itself, or the one it was merged into. */
  readonly treated: Report
  readonly commune: Commune
  readonly history: readonly HistoryLine[]
  /** What was said to whoever told it, and what they said; never the notes. */
  readonly messages: readonly ReportMessage[]
}

export const followPath = '/signalements/suivi/:code'

export async function loadFollowed(
  { code }: { code: string },
  context: Context,
): Promise<Followed> {
  const report = orNotFound(await findReportByCode(context, code))
  const commune = await getCommune(context.db, report.communeId)
  return asSystem(context, async (db) => {
    const treated = report.mergedInto ? await getReport(db, report.mergedInto) : report
    const messages = await listMessages(db, treated.id)
    return {
      ...{ report, treated, commune },
      history: await listReportHistory(db, treated.id),
      // An objection of somebody else is theirs alone.
      messages: messages.filter(
        ({ kind }) => kind === 'answer' || (kind === 'objection' && treated.id === report.id),
      ),
    }
  })
}

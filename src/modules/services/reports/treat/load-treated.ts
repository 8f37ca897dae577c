/** A report as the town hall reads it, with everything its page tells. */
import { type Commune, getCommune } from '#modules/directory/index.ts'
import { listPersonNames } from '#modules/identity/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { HistoryLine } from '#platform/lifecycle.ts'
import type { Context } from '#platform/web.ts'
import { findCategory, nameCategory } from '../category.facts.ts'
import { findPhoto } from '../photo/keep-photo.ts'
import { type CandidateLine, listCandidates } from '../public-report.queries.ts'
import type { Report } from '../report.lifecycle.ts'
import { reportPolicy } from '../report.policy.ts'
import {
  getReport,
  listMerged,
  listMessages,
  listReportHistory,
  type MergedLine,
  type ReportMessage,
} from '../report.queries.ts'
import { isOpen } from '../report.workflow.ts'
import { listSimilar } from '../similar.rules.ts'

export interface Treated {
  readonly report: Report
  readonly commune: Commune
  readonly history: readonly HistoryLine[]
  readonly messages: readonly ReportMessage[]
  readonly merged: readonly MergedLine[]
  /** The report it was merged into. */
  readonly target: MergedLine | null
  /** Open ones that may be the same. */
  readonly similar: readonly CandidateLine[]
  readonly hasPhoto: boolean
  readonly names: ReadonlyMap<string, string>
}

export const treatPath = '/espace/signalements/:reportId'
export const treatHref = ({ report }: Pick<Treated, 'report'>) =>
  `/espace/signalements/${report.id}`

export const backToReport = (treated: Pick<Treated, 'report'>) => ({
  href: treatHref(treated),
  label: `${treated.report.reference}, ${nameCategory(treated.report.category)}`,
})

export const treatCrumbs = (treated: Pick<Treated, 'report'>) => [
  { label: 'Signalements', href: '/espace/signalements' },
  backToReport(treated),
]

/** For a page or a button about one report: no more than it needs. */
export async function loadReport(
  { reportId }: { reportId: string },
  { db }: Pick<Context, 'db'>,
): Promise<Pick<Treated, 'report'>> {
  return { report: await getReport(db, reportId) }
}

export const may =
  (step: keyof typeof reportPolicy) =>
  (actor: Actor, { report }: Pick<Treated, 'report'>) =>
    reportPolicy[step](actor, report)

export async function loadTreated(
  { reportId }: { reportId: string },
  context: Context,
): Promise<Treated> {
  const { db } = context
  const report = await getReport(db, reportId)
  const messages = await listMessages(db, report.id)
  const history = await listReportHistory(db, report.id)
  return {
    ...{ report, messages, history },
    commune: await getCommune(db, report.communeId),
    merged: await listMerged(db, report.id),
    target: report.mergedInto ? await getReport(db, report.mergedInto) : null,
    similar: await listLookalikes(context, report),
    hasPhoto: (await findPhoto(db, report.id)) !== undefined,
    names: await listPersonNames(db, [
      ...messages.map(({ authorId }) => authorId),
      ...history.map(({ actorId }) => actorId),
      report.assigneeId,
    ]),
  }
}

/** The same rule as for whoever tells, from the exact place. */
async function listLookalikes(context: Context, report: Report): Promise<CandidateLine[]> {
  const { id, communeId, category, status, latitude, longitude, arrondissement } = report
  const nearMeters = findCategory(category)?.nearMeters
  if (!isOpen(status) || nearMeters === undefined) return []
  const position = latitude === null || longitude === null ? null : { latitude, longitude }
  const told = { communeId, category, position, arrondissement }
  const candidates = await listCandidates(context, told)
  const others = candidates.filter((candidate) => candidate.id !== id)
  return listSimilar({ ...report, position, nearMeters }, others, context.now)
}

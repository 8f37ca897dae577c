/** What the town hall's list of reports is filtered by, in its address. */
import { readQueryText } from '#platform/published-cursor.rules.ts'
import { type ReportStatus, reportStatuses } from './report.workflow.ts'

export interface ReportFilter {
  /** What still waits for the town hall, all of it, or one status. */
  readonly state: 'open' | 'all' | ReportStatus
  readonly category: string
  readonly department: string
  /** The person whose reports are looked for; null for everybody's. */
  readonly assigneeId: string | null
  /** Whose words nobody has read for the public. */
  readonly isUnread: boolean
}

type Query = Readonly<Record<string, string | string[] | undefined>>

export function readReportFilter(query: Query, personId: string | null): ReportFilter {
  const state = readQueryText(query.etat)
  return {
    state: isState(state) ? state : 'open',
    category: readQueryText(query.categorie).slice(0, 40),
    department: readQueryText(query.service).slice(0, 80),
    assigneeId: readQueryText(query.moi) === '1' ? personId : null,
    isUnread: readQueryText(query.relire) === '1',
  }
}

const isState = (text: string): text is ReportFilter['state'] =>
  text === 'all' || reportStatuses.some((status) => status === text)

/** The address of the same list, without what is the default. */
export function writeReportFilter(filter: ReportFilter): URLSearchParams {
  const { state, category, department, assigneeId, isUnread } = filter
  return new URLSearchParams({
    ...(state !== 'open' && { etat: state }),
    ...(category && { categorie: category }),
    ...(department && { service: department }),
    ...(assigneeId && { moi: '1' }),
    ...(isUnread && { relire: '1' }),
  })
}

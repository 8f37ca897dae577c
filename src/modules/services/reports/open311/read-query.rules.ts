/** What a reader of GeoReport v2 asks for: which requests, of what kind, in what state, between when and when. */
import { dayMs } from '#platform/days.rules.ts'
import { openStatuses, type ReportStatus } from '../report.workflow.ts'
import { Open311Error } from './write-answer.ts'

type Query = Readonly<Record<string, string | string[] | undefined>>

export interface RequestQuery {
  /** When they are named, nothing else counts. */
  readonly references: readonly string[]
  readonly categories: readonly string[] | null
  readonly statuses: readonly ReportStatus[] | null
  readonly from: Date
  readonly until: Date
}

const mostDays = 90
export const mostRequests = 1000

export const closedStatuses = ['resolved', 'rejected', 'duplicate'] as const

export function readRequestQuery(query: Query, now: Date): RequestQuery {
  const codes = readList(query.service_code)
  return {
    references: readList(query.service_request_id)
      .map((one) => one.toUpperCase())
      .slice(0, mostRequests),
    categories: codes.length > 0 ? codes : null,
    statuses: readStatuses(readList(query.status)),
    ...readPeriod(query, now),
  }
}

/** Repeated, or with commas between. */
function readList(value: Query[string]): string[] {
  return [value ?? []]
    .flat()
    .flatMap((one) => one.split(','))
    .map((one) => one.trim())
    .filter((one) => one !== '')
}

function readStatuses(asked: readonly string[]): ReportStatus[] | null {
  if (asked.some((one) => one !== 'open' && one !== 'closed'))
    throw new Open311Error(400, 'status is open, closed or both')
  if (asked.length === 0) return null
  return [
    ...(asked.includes('open') ? openStatuses : []),
    ...(asked.includes('closed') ? closedStatuses : []),
  ]
}

/** Of ninety days at most: the last ones, those that follow a beginning, or those that lead to an end. */
function readPeriod(query: Query, now: Date): { from: Date; until: Date } {
  const start = readMoment(query.start_date, 'start_date')
  const end = readMoment(query.end_date, 'end_date')
  const span = mostDays * dayMs
  const until = end ?? new Date(start ? Math.min(start.getTime() + span, now.getTime()) : now)
  const from = start ?? new Date(until.getTime() - span)
  if (start && end && end.getTime() - start.getTime() > span)
    throw new Open311Error(400, `start_date and end_date are ${mostDays} days apart at most`)
  if (start && end && end < start) throw new Open311Error(400, 'end_date comes after start_date')
  return { from, until }
}

const moment = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2}))?$/

/** A plus sign that was not encoded arrives as a space. */
function readMoment(value: Query[string], name: string): Date | null {
  const text = [value ?? ''].flat()[0]?.trim().replace(' ', '+') ?? ''
  if (text === '') return null
  const read = new Date(text)
  if (!moment.test(text) || Number.isNaN(read.getTime()))
    throw new Open311Error(400, `${name} is a W3C date and time, such as 2026-11-28T08:00:00Z`)
  return read
}

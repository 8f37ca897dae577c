/** Availability: the share of a span of time during which a link, or a site by any of its links, was not cut off. */
import { addDays } from '#platform/days.rules.ts'

export interface Outage {
  readonly beganAt: Date
  /** Null while it lasts. */
  readonly endedAt: Date | null
}

export interface Span {
  readonly from: Date
  readonly to: Date
}

type Interval = readonly [from: number, to: number]

/** Benin keeps UTC+1 all year. */
export function dayStart(day: string): Date {
  return new Date(`${day}T00:00:00+01:00`)
}

/** The last days; from the day the link began, where it is younger. Null for one that has not begun. */
export function spanOf(days: number, now: Date, since: string | null): Span | null {
  const from = addDays(now, -days)
  const begun = since === null ? from : dayStart(since)
  const later = begun > from ? begun : from
  return later < now ? { from: later, to: now } : null
}

/** In percent, two decimals. Outages that overlap count once, one that lasts counts up to the end of the span. */
export function computeAvailability(outages: readonly Outage[], span: Span): number {
  return toPercent(mergeOutages(outages, span), span)
}

/** A site is cut off only while all of its links are. Null without a link. */
export function computeSiteAvailability(
  outagesOfLinks: readonly (readonly Outage[])[],
  span: Span,
): number | null {
  const [first, ...others] = outagesOfLinks.map((outages) => mergeOutages(outages, span))
  return first === undefined ? null : toPercent(others.reduce(intersect, first), span)
}

function mergeOutages(outages: readonly Outage[], { from, to }: Span): Interval[] {
  const [start, end] = [from.getTime(), to.getTime()]
  const intervals = outages
    .map(
      ({ beganAt, endedAt }): Interval => [
        Math.max(beganAt.getTime(), start),
        Math.min(endedAt?.getTime() ?? end, end),
      ],
    )
    .filter(([began, ended]) => began < ended)
    .sort((a, b) => a[0] - b[0])
  const merged: [number, number][] = []
  for (const [began, ended] of intervals) {
    const last = merged.at(-1)
    if (last && began <= last[1]) last[1] = Math.max(last[1], ended)
    else merged.push([began, ended])
  }
  return merged
}

function intersect(some: readonly Interval[], others: readonly Interval[]): Interval[] {
  return some.flatMap(([from, to]) =>
    others
      .map(([began, ended]): Interval => [Math.max(from, began), Math.min(to, ended)])
      .filter(([began, ended]) => began < ended),
  )
}

function toPercent(intervals: readonly Interval[], { from, to }: Span): number {
  const length = to.getTime() - from.getTime()
  const out = intervals.reduce((total, [began, ended]) => total + ended - began, 0)
  return Math.round(10_000 * (1 - out / length)) / 100
}

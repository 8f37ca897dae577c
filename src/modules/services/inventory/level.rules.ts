/** How far a service is online, and what several of them come to: the measure of digitalisation. */

/** From nothing to a request that is made, paid and answered without coming to the town hall. */
export const levels = ['notOffered', 'paper', 'information', 'form', 'online'] as const
export type Level = (typeof levels)[number]

/** 0 to 4, as written in tables and on maps. */
export function rankLevel(level: Level): number {
  return levels.indexOf(level)
}

/** A request can be made without coming to the town hall. */
export function isDigital(level: Level): boolean {
  return rankLevel(level) >= rankLevel('form')
}

export interface Tally {
  readonly byLevel: Readonly<Record<Level, number>>
  /** Said by the commune, whatever the level. */
  readonly known: number
  readonly offered: number
  readonly digital: number
  /** Digital services among those offered, in whole percent; null while nothing is offered. */
  readonly share: number | null
}

export function tallyLevels(found: readonly Level[]): Tally {
  const byLevel = Object.fromEntries(levels.map((level) => [level, 0])) as Record<Level, number>
  for (const level of found) byLevel[level] += 1
  const offered = found.length - byLevel.notOffered
  const digital = byLevel.form + byLevel.online
  return {
    byLevel,
    known: found.length,
    offered,
    digital,
    share: offered === 0 ? null : Math.round((digital * 100) / offered),
  }
}

/** The last day of each quarter that is over, then today, the oldest first. */
export function listQuarterEnds(today: string, count: number): string[] {
  const [year = 0, month = 1] = today.split('-').map(Number)
  const current = Math.floor((month - 1) / 3)
  const ends = Array.from({ length: count }, (_, back) => {
    const quarter = year * 4 + current - 1 - back
    return new Date(Date.UTC(Math.floor(quarter / 4), (quarter % 4) * 3 + 3, 0))
      .toISOString()
      .slice(0, 10)
  })
  return [...ends.reverse(), today]
}

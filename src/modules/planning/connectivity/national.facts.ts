/** The national page put together: every commune with its level, ranked, filtered, and the points of the map. */
import type { CommunePlace } from '#modules/directory/index.ts'
import { t } from '#platform/i18n.ts'
import type { MapPoint } from '#web/components/index.tsx'
import {
  type CommuneLevel,
  communeLevels,
  computeLevel,
  medianLevel,
  rankCommunes,
} from './commune-level.rules.ts'
import type { CommuneSummary, NationalFilter } from './national.queries.ts'

export interface RankedCommune {
  readonly commune: CommunePlace
  readonly name: string
  readonly level: CommuneLevel
  readonly sites: number
  readonly met: number
  readonly hallKbps: number | null
  readonly summary: CommuneSummary | undefined
}

/** A filter by provider or technology keeps only the communes that have some. */
export function listRanked(
  communes: readonly CommunePlace[],
  summaries: readonly CommuneSummary[],
  { provider, technology }: Pick<NationalFilter, 'provider' | 'technology'>,
): RankedCommune[] {
  const byCommune = new Map(summaries.map((summary) => [summary.communeId, summary]))
  const isNarrowed = provider !== '' || technology !== ''
  const rows = communes
    .map((commune) => describe(commune, byCommune.get(commune.id)))
    .filter(({ summary }) => !isNarrowed || summary !== undefined)
  return rankCommunes(rows)
}

function describe(commune: CommunePlace, summary: CommuneSummary | undefined): RankedCommune {
  const { sites = 0, met = 0, hallKbps = null } = summary ?? {}
  return {
    commune,
    name: commune.name,
    level: computeLevel(summary),
    sites,
    met,
    hallKbps,
    summary,
  }
}

export interface Totals {
  readonly communes: number
  readonly declared: number
  readonly hallsConnected: number
  readonly hallsMet: number
  readonly setUpCost: number
  readonly yearlyCost: number
}

export function sumUp(rows: readonly RankedCommune[]): Totals {
  const sum = (read: (row: RankedCommune) => number) =>
    rows.reduce((total, row) => total + read(row), 0)
  return {
    communes: rows.length,
    declared: rows.filter(({ level }) => level !== null).length,
    hallsConnected: rows.filter(({ summary }) => (summary?.hallsConnected ?? 0) > 0).length,
    hallsMet: rows.filter(({ summary }) => (summary?.hallsMet ?? 0) > 0).length,
    setUpCost: sum(({ summary }) => summary?.setUpCost ?? 0),
    yearlyCost: sum(({ summary }) => summary?.yearlyCost ?? 0),
  }
}

/** Beyond these, circles would hide each other: the map shows departments. */
const mostCircles = 120

export function listMapPoints(rows: readonly RankedCommune[]): MapPoint[] {
  return rows.length > mostCircles ? toDepartments(rows) : rows.map(toCommunePoint)
}

function toCommunePoint({ commune, level }: RankedCommune): MapPoint {
  const { name, slug, latitude, longitude, population, isDepartmentSeat } = commune
  return {
    ...{ name, latitude, longitude, population, level },
    href: `/communes/${slug}/connectivite`,
    levelLabel: labelOf(level),
    isSeat: isDepartmentSeat,
  }
}

function labelOf(level: CommuneLevel): string {
  return communeLevels.find((one) => one.level === level)?.label ?? ''
}

function toDepartments(rows: readonly RankedCommune[]): MapPoint[] {
  const groups = new Map<string, RankedCommune[]>()
  for (const row of rows) {
    const group = groups.get(row.commune.departmentCode)
    if (group) group.push(row)
    else groups.set(row.commune.departmentCode, [row])
  }
  return [...groups].map(([code, group]) => toDepartmentPoint(code, group))
}

function toDepartmentPoint(code: string, rows: readonly RankedCommune[]): MapPoint {
  const mean = (read: (row: RankedCommune) => number) =>
    rows.reduce((total, row) => total + read(row), 0) / rows.length
  const level = medianLevel(rows.map((row) => row.level))
  const name = rows[0]?.commune.departmentName ?? code
  return {
    name,
    href: `/connectivite?departement=${code}`,
    latitude: mean(({ commune }) => commune.latitude),
    longitude: mean(({ commune }) => commune.longitude),
    population: rows.reduce((total, { commune }) => total + commune.population, 0),
    level,
    levelLabel: t('{count} communes, au milieu : {label}', {
      count: rows.length,
      label: t(labelOf(level)),
    }),
    isSeat: true,
  }
}

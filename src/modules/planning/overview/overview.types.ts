/** What the national page tells: each figure over the communes it is asked for, by year or as things stand. */
import type { Category } from '#modules/directory/index.ts'
import type { Axis } from '../axes.ts'

export interface Quartiles {
  readonly first: number
  readonly median: number
  readonly third: number
}

/** How many communes of a group are at a level, or what they add up to. */
export interface FigureRow {
  readonly category: string
  readonly figure: string
  readonly key: string
  readonly year: number
  readonly level: number
  readonly total: number
  readonly computedAt: Date
}

export interface OverviewFilter {
  readonly department: string | null
  readonly category: Category | null
}

export interface AxisSpread {
  readonly axis: Axis
  readonly spread: Quartiles
}

export interface MaturityYear {
  readonly year: number
  readonly communes: number
  readonly median: number
}

export interface PlanCoverage {
  readonly category: Category
  readonly communes: number
  readonly covered: number
}

export interface SiteCount {
  readonly category: Category
  readonly met: number
  readonly unmet: number
  readonly unknown: number
}

export interface BudgetYear {
  readonly year: number
  readonly communes: number
  readonly digital: number
  /** Null while no commune of the year gave its whole budget. */
  readonly share: number | null
  readonly paid: number
}

export interface LetterYear {
  readonly year: number
  readonly letters: number
  readonly withLines: number
}

export interface Overview {
  /** Null while nothing was counted. */
  readonly computedAt: Date | null
  readonly communes: number
  /** How many of them have a confirmed diagnosis. */
  readonly diagnosed: number
  /** Empty below the number under which a commune could be recognised. */
  readonly axes: readonly AxisSpread[]
  readonly maturity: readonly MaturityYear[]
  readonly plans: readonly PlanCoverage[]
  readonly sites: readonly SiteCount[]
  readonly budgets: readonly BudgetYear[]
  readonly letters: readonly LetterYear[]
}

/** A commune's digital budget of a year: its lines, its votes, and what forms ask of them. */
import type { Selectable } from 'kysely'
import type { Tables } from '#platform/database.ts'
import type { BudgetStatus } from './budget.workflow.ts'

export type Budget = Omit<Selectable<Tables['planning.budget']>, 'status'> & {
  readonly status: BudgetStatus
}

export const sections = ['investment', 'running'] as const
export type Section = (typeof sections)[number]

export type BudgetLine = Omit<Selectable<Tables['planning.budgetLine']>, 'section'> & {
  readonly section: Section
  readonly accountKey: string
  readonly accountLabel: string
  /** Null until the association confirms one. */
  readonly accountCode: string | null
  readonly sourceLabel: string
}

export type BudgetVote = Selectable<Tables['planning.budgetVote']>
export type Account = Omit<Selectable<Tables['planning.account']>, 'usualSection'> & {
  readonly usualSection: Section | null
}
export type FundingSource = Selectable<Tables['planning.fundingSource']>

export type BudgetFigure = Omit<Selectable<Tables['planning.budgetFigure']>, 'status'> & {
  readonly status: BudgetStatus
}

/** What a line was voted, and all that was committed and paid since January. */
export interface Execution {
  readonly lineKey: string
  readonly committed: number
  readonly paid: number
  readonly asOf: string
  readonly note: string
}

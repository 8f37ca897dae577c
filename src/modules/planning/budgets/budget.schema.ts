/** A commune's digital budget of a year: its lines, its votes, and what forms ask of them. */
import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { Tables } from '#platform/database.ts'
import { fields } from '#platform/web.ts'
import type { BudgetStatus } from './budget.workflow.ts'

export type Budget = Omit<Selectable<Tables['planning.budget']>, 'status'> & {
  readonly status: BudgetStatus
}

/** Together, a budget's lines: investissement, fonctionnement. */
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

/** The years a budget may be of: councils vote one ahead, and enter those of the last ten. */
export function listYears(thisYear: number): number[] {
  return Array.from({ length: 13 }, (_, index) => thisYear + 2 - index)
}

export const BudgetTotals = z.object({
  totalInvestment: fields.optionalMoney(),
  totalRunning: fields.optionalMoney(),
  version: fields.version(),
})
export type BudgetTotals = z.infer<typeof BudgetTotals>

export const LineInput = z.object({
  label: fields.text({ max: 200, missing: 'Dites ce que la ligne paie' }),
  accountId: fields.text({ missing: 'Choisissez un compte' }),
  section: fields.choice(sections, 'Choisissez la section'),
  sourceCode: fields.text({ missing: 'Choisissez la source' }),
  department: fields.optionalText(120),
  amount: fields
    .optionalMoney()
    .refine((value): value is number => value !== null, 'Indiquez un montant'),
  justification: fields.optionalText(2000),
  version: fields.version(),
})
export type LineInput = z.infer<typeof LineInput>

export const VoteInput = z.object({
  votedOn: fields.day(),
  deliberation: fields.text({ max: 60, missing: 'Indiquez le numéro de la délibération' }),
})
export type VoteInput = z.infer<typeof VoteInput>

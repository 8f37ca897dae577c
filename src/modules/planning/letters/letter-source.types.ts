/** What a letter is drafted from, gathered from the model, the plan in force, the budget and the year before. */
import type { Axis } from '../axes.ts'
import type { BudgetSection, SectionKey } from './letter.schema.ts'

export interface SourceAction {
  readonly id: string
  readonly title: string
  readonly axis: Axis
  readonly priority: number
  /** Why it is proposed, else what it is for. */
  readonly reason: string
  readonly department: string
  readonly source: string
  /** What falls in the year of the letter, in FCFA. */
  readonly investment: number
  readonly running: number
}

export interface SourcePlan {
  readonly reference: string
  readonly title: string
  readonly firstYear: number
  readonly lastYear: number
  /** All its actions, and those that cost something in the year. */
  readonly actionCount: number
  readonly actions: readonly SourceAction[]
}

export interface SourceBudgetLine {
  readonly id: string
  readonly title: string
  readonly account: string
  readonly section: BudgetSection
  readonly source: string
  readonly department: string
  readonly justification: string
  readonly amount: number
  readonly actionId: string | null
}

export interface SourceExecution {
  readonly year: number
  readonly voted: number
  readonly committed: number
  readonly paid: number
}

export interface SourceGuidance {
  /** Of the budget, in per cent. */
  readonly share: number
  readonly isConfirmed: boolean
}

export interface SourceModel {
  readonly sections: readonly {
    readonly key: SectionKey
    readonly title: string
    readonly body: string
  }[]
  readonly dates: readonly {
    readonly title: string
    readonly month: number
    readonly day: number
    readonly source: string
    readonly isConfirmed: boolean
  }[]
  readonly departments: readonly string[]
}

export interface SourceCeiling {
  readonly department: string
  readonly running: number | null
  readonly investment: number | null
  readonly note: string
}

export interface LetterSource {
  readonly commune: string
  readonly categoryLabel: string
  readonly year: number
  readonly model: SourceModel
  readonly stateLetter: {
    readonly issuer: string
    readonly reference: string
    readonly signedOn: string
    readonly summary: string
  } | null
  readonly plan: SourcePlan | null
  readonly budgetLines: readonly SourceBudgetLine[]
  readonly lastYear: SourceExecution | null
  readonly guidance: SourceGuidance | null
  /** Of the letter in force the year before. */
  readonly formerCeilings: readonly SourceCeiling[]
}

/** The association's library of actions: what each is for, when it is proposed, what it costs by population. */
import { z } from 'zod'
import { fields } from '#platform/web.ts'
import type { Axis } from '../axes.ts'
import type { Effects, TargetArea, TemplateCode } from './plan.schema.ts'

/** When an action is proposed: an axis below a level, a gap of connectivity, or whatever the diagnosis says. */
export type Trigger =
  | { readonly kind: 'level'; readonly axis: Axis; readonly below: number }
  | { readonly kind: 'gap' }
  | { readonly kind: 'always' }

export type Range = readonly [lowest: number, highest: number]

/** Up to this many inhabitants; null for all that are larger. */
export interface CostBracket {
  readonly upTo: number | null
  readonly investment: Range
  readonly running: Range
}

export interface LibraryRisk {
  readonly code: string
  readonly title: string
  readonly likelihood: number
  readonly impact: number
  readonly answer: string
}

export interface LibraryIndicator {
  readonly label: string
  readonly unit: string
  readonly target: number
  readonly source: string
}

export interface LibraryAction {
  readonly code: string
  readonly axis: Axis
  readonly effects: Effects
  readonly title: string
  readonly purpose: string
  readonly targetArea: TargetArea
  readonly minimumConnectivity: string | null
  readonly minimumItStaff: number
  readonly needs: readonly string[]
  readonly durationYears: number
  readonly categories: readonly TemplateCode[]
  readonly isPoolable: boolean
  readonly mechanism: string
  readonly trigger: Trigger
  readonly domains: readonly string[]
  readonly department: string
  readonly risks: readonly LibraryRisk[]
  readonly indicator: LibraryIndicator
  /** In force on the day it was read. */
  readonly cost: LibraryCost
}

export interface LibraryCost {
  readonly actionCode: string
  readonly validFrom: string
  readonly brackets: readonly CostBracket[]
  readonly reason: string
  readonly source: string
  readonly isConfirmed: boolean
  readonly createdAt: Date
}

export const bracketRows = [0, 1, 2, 3] as const
export type BracketRow = (typeof bracketRows)[number]
export const bracketFields = ['investmentMin', 'investmentMax', 'runningMin', 'runningMax'] as const
export type BracketField = (typeof bracketFields)[number]

type Amounts = Record<`${BracketField}${BracketRow}`, ReturnType<typeof fields.optionalMoney>>

export const CostInput = z.object({
  validFrom: fields.day(),
  reason: fields.text({ min: 10, max: 1000, missing: 'Dites d’où viennent ces montants' }),
  isConfirmed: fields.checkbox(),
  ...(Object.fromEntries(
    bracketRows.flatMap((row) =>
      bracketFields.map((name) => [`${name}${row}`, fields.optionalMoney(100_000_000_000)]),
    ),
  ) as Amounts),
})
export type CostValues = z.infer<typeof CostInput>

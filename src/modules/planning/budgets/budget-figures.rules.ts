/** Sums of a budget's lines, what share of the commune's budget they are, and what was made of them. */
import type { Budget, BudgetLine, Execution, Section } from './budget.schema.ts'

export interface Figures {
  readonly investment: number
  readonly running: number
  readonly total: number
}

export function sumLines(lines: readonly Pick<BudgetLine, 'section' | 'amount'>[]): Figures {
  const sum = (section: Section) =>
    lines.reduce((total, line) => total + (line.section === section ? line.amount : 0), 0)
  const [investment, running] = [sum('investment'), sum('running')]
  return { investment, running, total: investment + running }
}

type Totals = Pick<Budget, 'totalInvestment' | 'totalRunning'>

/** The whole budget of the commune; null while one half is unknown. */
export function totalOf({ totalInvestment, totalRunning }: Totals): number | null {
  return totalInvestment === null || totalRunning === null ? null : totalInvestment + totalRunning
}

export interface ShareComparison {
  readonly sharePerMille: number
  readonly advisedPerMille: number
  readonly advisedAmount: number
  /** What is lacking to reach the advised share; negative above it. */
  readonly gap: number
}

/** Null while the commune's whole budget, or any advice, is unknown. */
export function compareShare(
  digital: number,
  totals: Totals,
  advisedPerMille: number | null,
): ShareComparison | null {
  const whole = totalOf(totals)
  if (whole === null || whole === 0 || advisedPerMille === null) return null
  const advisedAmount = Math.round((whole * advisedPerMille) / 1000)
  return {
    sharePerMille: (digital * 1000) / whole,
    advisedPerMille,
    advisedAmount,
    gap: advisedAmount - digital,
  }
}

export interface ExecutionTotals {
  readonly voted: number
  readonly committed: number
  readonly paid: number
  /** Lines where more was committed than the council voted: to be settled by an amending decision. */
  readonly over: readonly BudgetLine[]
}

export function sumExecution(
  lines: readonly BudgetLine[],
  execution: ReadonlyMap<string, Execution>,
): ExecutionTotals {
  const of = (line: BudgetLine) => execution.get(line.key)
  return {
    voted: lines.reduce((sum, { amount }) => sum + amount, 0),
    committed: lines.reduce((sum, line) => sum + (of(line)?.committed ?? 0), 0),
    paid: lines.reduce((sum, line) => sum + (of(line)?.paid ?? 0), 0),
    over: lines.filter((line) => (of(line)?.committed ?? 0) > line.amount),
  }
}

/** A part of a whole in percent, without decimals; null of nothing. */
export function percentOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part * 100) / whole)
}

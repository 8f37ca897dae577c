/**
 * What becomes of a budget's lines when the envelope changes: the plan's calendar is reckoned twice by the same rule, with
 * and without the change, and only what differs between the two moves a line. Lines written by hand are the commune's to settle.
 */
import type { BudgetLine } from './budget.schema.ts'
import type { PlanLine, PlannedAction } from './plan-lines.rules.ts'

type Starts = ReadonlyMap<string, number | null>

/** The actions as a calendar places them, its years counted from the plan's first. */
export function placeActions<Action extends PlannedAction & { readonly durationYears: number }>(
  actions: readonly Action[],
  starts: Starts,
  firstYear: number,
): Action[] {
  return actions.map((action) => {
    const start = starts.get(action.id) ?? null
    const startYear = start === null ? null : firstYear + start
    const endYear = startYear === null ? null : startYear + action.durationYears - 1
    return { ...action, startYear, endYear }
  })
}

export interface SimulatedLine {
  readonly label: string
  readonly kind: 'stays' | 'changes' | 'leaves' | 'enters' | 'byHand'
  readonly before: number
  readonly after: number
}

type KnownLine = Pick<BudgetLine, 'label' | 'amount' | 'planActionId' | 'section'>

export function simulateLines(
  lines: readonly KnownLine[],
  drawnBefore: readonly PlanLine[],
  drawnAfter: readonly PlanLine[],
): SimulatedLine[] {
  const isSame = (drawn: PlanLine, line: Pick<KnownLine, 'planActionId' | 'section'>) =>
    drawn.planActionId === line.planActionId && drawn.section === line.section
  const simulated = lines.map((line): SimulatedLine => {
    const [before, after] = [drawnBefore, drawnAfter].map((drawn) =>
      drawn.find((one) => isSame(one, line)),
    )
    return { label: line.label, before: line.amount, ...judge(line, before, after) }
  })
  const entering = drawnAfter.filter(
    (drawn) =>
      !lines.some((line) => isSame(drawn, line)) &&
      !drawnBefore.some((before) => isSame(before, drawn)),
  )
  return [
    ...simulated,
    ...entering.map(
      ({ label, amount }) => ({ label, kind: 'enters', before: 0, after: amount }) as const,
    ),
  ]
}

function judge(
  { planActionId, amount }: KnownLine,
  before: PlanLine | undefined,
  after: PlanLine | undefined,
): Pick<SimulatedLine, 'kind' | 'after'> {
  if (planActionId === null) return { kind: 'byHand', after: amount }
  if (before && !after) return { kind: 'leaves', after: 0 }
  if (after && after.amount !== (before?.amount ?? amount))
    return { kind: 'changes', after: after.amount }
  return { kind: 'stays', after: amount }
}

export interface Balance {
  readonly before: number
  readonly target: number
  readonly after: number
  /** Still to be found in the lines; zero when the target is kept. */
  readonly missing: number
}

export function balance(lines: readonly SimulatedLine[], percent: number): Balance {
  const before = lines.reduce((sum, line) => sum + line.before, 0)
  const after = lines.reduce((sum, line) => sum + line.after, 0)
  const target = Math.round((before * (100 + percent)) / 100)
  return { before, target, after, missing: Math.max(0, after - target) }
}

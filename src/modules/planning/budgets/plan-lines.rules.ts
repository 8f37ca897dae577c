/**
 * The lines that a plan's actions make in the budget of a year: the share of the investment that falls in that year, and the
 * running cost once the action is in place. What is left of the division is paid in the last year: no franc is lost.
 */
import type { FullPlan, Plan } from '../plans/plan.schema.ts'
import type { Section } from './budget.schema.ts'

/** What of an action matters here. */
export interface PlannedAction {
  readonly id: string
  readonly code: string | null
  readonly title: string
  readonly purpose: string
  readonly startYear: number | null
  readonly endYear: number | null
  readonly investment: number
  readonly running: number
  readonly fundingSource: string
  readonly department: string
  readonly targetArea: string
  readonly status: string
  /** Paid by the communes of the plan together, each its part. */
  readonly isShared: boolean
}

export interface PlanLine {
  readonly planActionId: string
  readonly section: Section
  readonly label: string
  readonly justification: string
  readonly department: string
  readonly sourceCode: string
  readonly accountKey: string
  readonly amount: number
}

/** The heading under which an action's money usually falls; anybody may change it on the line. */
const accountOf: Readonly<Record<string, Readonly<Record<Section, string>>>> = {
  infrastructure: { investment: 'materiel', running: 'reseaux' },
  skills: { investment: 'formation', running: 'formation' },
  data: { investment: 'prestations', running: 'hebergement' },
  governance: { investment: 'etudes', running: 'prestations' },
  applications: { investment: 'logiciels', running: 'maintenance' },
}

/** What a commune pays of a plan: all of its own, its percentage of what several share, nothing of the leader's own. */
export interface Part {
  readonly isLeader: boolean
  readonly percent: number
}

export function partOf(
  { plan, partners }: Pick<FullPlan, 'partners'> & { readonly plan: Pick<Plan, 'communeId'> },
  communeId: string,
): Part {
  const own = partners.find((partner) => partner.communeId === communeId)
  return { isLeader: plan.communeId === communeId, percent: own?.share ?? 100 }
}

const whole: Part = { isLeader: true, percent: 100 }

export function drawLines(
  actions: readonly PlannedAction[],
  year: number,
  part: Part = whole,
): PlanLine[] {
  return actions
    .filter(({ status, isShared }) => status !== 'abandoned' && (isShared || part.isLeader))
    .flatMap((action) => drawAction(action, year, action.isShared ? part.percent : 100))
}

function drawAction(action: PlannedAction, year: number, percent: number): PlanLine[] {
  const amounts = [
    { section: 'investment', amount: investmentIn(action, year) },
    { section: 'running', amount: runningIn(action, year) },
  ] as const
  return amounts
    .map(({ section, amount }) => ({ section, amount: Math.round((amount * percent) / 100) }))
    .filter(({ amount }) => amount > 0)
    .map(({ section, amount }) => ({
      planActionId: action.id,
      section,
      label: action.title,
      justification: action.purpose,
      department: action.department,
      sourceCode: action.fundingSource,
      accountKey: accountOf[action.targetArea]?.[section] ?? 'prestations',
      amount,
    }))
}

export function investmentIn(
  { startYear, endYear, investment }: Pick<PlannedAction, 'startYear' | 'endYear' | 'investment'>,
  year: number,
): number {
  if (startYear === null || endYear === null || year < startYear || year > endYear) return 0
  const years = endYear - startYear + 1
  const share = Math.floor(investment / years)
  return year === endYear ? investment - share * (years - 1) : share
}

/** Once it is in place: the year after it ends, and every year that follows. */
function runningIn({ endYear, running }: PlannedAction, year: number): number {
  return endYear !== null && year > endYear ? running : 0
}

interface KnownLine {
  readonly planActionId: string | null
  readonly section: string
  readonly amount: number
  readonly planAmount: number | null
}

export interface Taking {
  readonly added: readonly PlanLine[]
  /** Lines whose amount followed the plan and follows it still. */
  readonly changed: readonly PlanLine[]
  /** Lines whose amount somebody changed here: left as they are, and told. */
  readonly kept: readonly PlanLine[]
}

/** Never twice, and never over what somebody wrote. */
export function compareWithPlan(drawn: readonly PlanLine[], known: readonly KnownLine[]): Taking {
  const added: PlanLine[] = []
  const changed: PlanLine[] = []
  const kept: PlanLine[] = []
  for (const line of drawn) {
    const same = known.find(
      ({ planActionId, section }) => planActionId === line.planActionId && section === line.section,
    )
    if (!same) added.push(line)
    else if (same.amount === line.amount) continue
    else if (same.amount === same.planAmount) changed.push(line)
    else kept.push(line)
  }
  return { added, changed, kept }
}

/** What an action of a master plan already says of the need it becomes. Nobody types the same thing twice. */
import type { CommuneFacts } from '#modules/directory/index.ts'
import type { Plan, PlanAction } from '#modules/planning/index.ts'
import { formatMoney } from '#platform/format.ts'
import type { Need } from './need.schema.ts'

interface Known {
  readonly action: PlanAction
  readonly plan: Pick<Plan, 'reference' | 'firstYear' | 'years'>
  readonly facts: CommuneFacts
  /** How the plan names where the money comes from. */
  readonly sourceLabel: string
  /** Of the domains there are. */
  readonly domains: ReadonlySet<string>
  readonly thisYear: number
}

const weakConnections = ['none', '2g']

export function draftNeed(known: Known): Partial<Need> {
  const { action, facts, domains, thisYear } = known
  const connectivity = facts.profile?.connectivity ?? null
  return {
    planActionId: action.id,
    title: action.title.slice(0, 120),
    problem: describeProblem(action),
    expectedOutcome: action.purpose.slice(0, 4000),
    domains: action.domains.filter((domain) => domains.has(domain)),
    population: facts.population,
    connectivity,
    mustWorkOffline: connectivity !== null && weakConnections.includes(connectivity),
    workstations: facts.profile?.workstations ?? null,
    itStaff: facts.profile?.itStaff ?? null,
    languages: facts.profile?.languages ?? ['fr'],
    ...describeBudget(known),
    urgency: judgeUrgency(action.startYear, thisYear),
    wantedBy: action.endYear === null ? null : `${action.endYear}-12-31`,
  }
}

function describeProblem({ reason, prerequisites }: PlanAction): string {
  const parts = [reason, prerequisites && `Avant de commencer : ${prerequisites}`]
  return parts
    .filter((part) => part.trim() !== '')
    .join('\n\n')
    .slice(0, 4000)
}

/** From the investment alone to the investment with what it costs until the plan ends. */
function describeBudget({ action, plan, sourceLabel }: Known) {
  const { investment, running, endYear } = action
  const lastYear = plan.firstYear + plan.years - 1
  const years = Math.max(1, lastYear - (endYear ?? lastYear))
  const budgetMax = investment + running * years
  if (budgetMax === 0) return {}
  const told = `Schéma directeur ${plan.reference} : ${sourceLabel}. Investissement ${formatMoney(investment)}, puis ${formatMoney(running)} par an.`
  return { budgetMin: investment, budgetMax, budgetSource: told.slice(0, 500) }
}

export function judgeUrgency(startYear: number | null, thisYear: number): string {
  if (startYear === null || startYear > thisYear + 1) return 'low'
  return startYear <= thisYear ? 'high' : 'normal'
}

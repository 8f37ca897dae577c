/** What each commune of a shared plan pays: its part of the shared actions, to the last franc; the rest is the lead's. */
import type { FullPlan, PlanPartner } from './plan.schema.ts'
import { listYearCosts } from './plan-money.rules.ts'

/** The cumulated share rounded down, less what the ones before it took: shares of 100 in all pay exactly the amount. */
export function splitByShares(amount: number, shares: readonly number[]): number[] {
  let cumulated = 0
  let taken = 0
  return shares.map((share) => {
    cumulated += share
    const upTo = Math.floor((amount * cumulated) / 100)
    const part = upTo - taken
    taken = upTo
    return part
  })
}

export interface CommuneShare {
  readonly communeId: string
  readonly share: number
  readonly byYear: readonly number[]
}

type Shared = Pick<FullPlan, 'plan' | 'actions' | 'partners'>

/** Empty for the plan of one commune. Those that declined pay nothing; until shares make 100, the lead bears what is left. */
export function shareCosts({ plan, actions, partners }: Shared): CommuneShare[] {
  const kept = partners.filter(({ status }) => status !== 'declined')
  if (kept.length === 0) return []
  const paying = completeShares(kept, plan.communeId)
  const byYear = paying.map(() => Array.from({ length: plan.years }, () => 0))
  for (const action of actions)
    for (const [year, { investment, running }] of listYearCosts(action, plan).entries()) {
      const amount = investment + running
      const parts = action.isShared
        ? splitByShares(
            amount,
            paying.map(({ share }) => share),
          )
        : paying.map(({ communeId }) => (communeId === plan.communeId ? amount : 0))
      for (const [index, part] of parts.entries()) {
        const line = byYear[index]
        if (line) line[year] = (line[year] ?? 0) + part
      }
    }
  return paying.map(({ communeId, share }, index) => ({
    ...{ communeId, share },
    byYear: byYear[index] ?? [],
  }))
}

function completeShares(
  kept: readonly PlanPartner[],
  leadId: string,
): { communeId: string; share: number }[] {
  const others = kept.filter(({ communeId }) => communeId !== leadId)
  const taken = others.reduce((sum, { share }) => sum + share, 0)
  return [
    { communeId: leadId, share: Math.max(0, 100 - taken) },
    ...others.map(({ communeId, share }) => ({ communeId, share })),
  ]
}

/** The plan of a project in figures: shares that must make 100, what each milestone pays to the last franc, how far it is. */
import type { Milestone } from './project.schema.ts'

type Shares = Pick<Milestone, 'weight' | 'paymentShare'>

export function sumShares(milestones: readonly Shares[]): { weight: number; paymentShare: number } {
  return milestones.reduce(
    (sum, one) => ({
      weight: sum.weight + one.weight,
      paymentShare: sum.paymentShare + one.paymentShare,
    }),
    { weight: 0, paymentShare: 0 },
  )
}

/** A plan that may start: at least one milestone, and each kind of share makes 100. */
export function isPlanWhole(milestones: readonly Shares[]): boolean {
  const { weight, paymentShare } = sumShares(milestones)
  return milestones.length > 0 && weight === 100 && paymentShare === 100
}

/**
 * What each milestone pays, in whole francs: the cumulated share rounded down, less what the ones before it took.
 * Shares of 100 in all pay exactly the amount; no part is off by a franc or more.
 */
export function splitAmount(amount: number, shares: readonly number[]): number[] {
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

/** Each milestone with its amount, in the order of the plan. */
export function listPayments<Row extends Pick<Milestone, 'position' | 'paymentShare'>>(
  amount: number,
  milestones: readonly Row[],
): (Row & { readonly payment: number })[] {
  const ordered = milestones.toSorted((a, b) => a.position - b.position)
  const parts = splitAmount(
    amount,
    ordered.map(({ paymentShare }) => paymentShare),
  )
  return ordered.map((milestone, index) => ({ ...milestone, payment: parts[index] ?? 0 }))
}

/** From 0 to 100: the weight of what is accepted, and half the weight of what is accepted with reserves. */
export function measureProgress(
  milestones: readonly Pick<Milestone, 'weight' | 'status'>[],
): number {
  const halves = milestones.reduce((sum, { weight, status }) => {
    if (status === 'accepted') return sum + 2 * weight
    return status === 'partlyAccepted' ? sum + weight : sum
  }, 0)
  return Math.floor(halves / 2)
}

/** The plan of a project in figures: shares that must make 100, what each milestone pays to the last franc, how far it is. */
import { splitAmount } from '#platform/split-amount.rules.ts'
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

/** Each milestone with its amount, in the order of the plan. A plan that makes less than 100 pays less than all. */
export function listPayments<Row extends Pick<Milestone, 'position' | 'paymentShare'>>(
  amount: number,
  milestones: readonly Row[],
): (Row & { readonly payment: number })[] {
  const ordered = milestones.toSorted((a, b) => a.position - b.position)
  const parts = splitAmount(
    amount,
    ordered.map(({ paymentShare }) => paymentShare),
    100,
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

/** An amount in parts that lose no franc. */

/**
 * Whole francs, in proportion to the weights: the cumulated share rounded down, less what the parts before it took. Parts make
 * exactly the amount when the weights make the whole; none is off by a franc or more. Weights of zero in all share alike.
 */
export function splitAmount(amount: number, weights: readonly number[], whole?: number): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const shares = sum === 0 && whole === undefined ? weights.map(() => 1) : weights
  const total = BigInt(whole ?? (sum || weights.length))
  let [cumulated, taken] = [0n, 0n]
  return shares.map((share) => {
    cumulated += BigInt(share)
    const upTo = (BigInt(amount) * cumulated) / total
    const part = upTo - taken
    taken = upTo
    return Number(part)
  })
}

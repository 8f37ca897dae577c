/** The assumptions everything here is reckoned with: dated values of the association, never constants of the code. */

export type Assumptions = ReadonlyMap<string, number>

export function getAssumption(assumptions: Assumptions, key: string): number {
  const value = assumptions.get(key)
  if (value === undefined) throw new Error(`No assumption ${key}`)
  return value
}

/** The assumptions as they are delivered, for the tests of rules. */
import connectivity from '#reference/connectivity.json' with { type: 'json' }
import type { Assumptions } from './assumption.rules.ts'

export const deliveredAssumptions: Assumptions = new Map(
  connectivity.assumptions.map(({ key, value }) => [key, value]),
)

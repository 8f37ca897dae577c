/**
 * The criteria of the matching, as one table. Each gives a share of its weight and says why in French;
 * the score, its explanation, the weights and the public page on the ranking all read this table and no other.
 */
import { costCriteria } from './criteria-cost.rules.ts'
import { fitCriteria } from './criteria-fit.rules.ts'
import { proofCriteria } from './criteria-proof.rules.ts'

export const criteria = [...fitCriteria, ...costCriteria, ...proofCriteria] as const

export type CriterionCode = (typeof criteria)[number]['code']

/** What each criterion counts for. Delivered with these; the association may change them, with a reason and a date. */
import { type CriterionCode, criteria } from './criteria.rules.ts'

export type Weights = Readonly<Record<CriterionCode, number>>

export const defaultWeights: Weights = {
  domains: 25,
  services: 15,
  budget: 15,
  category: 5,
  languages: 5,
  nearby: 8,
  similar: 7,
  rating: 8,
  maturity: 5,
  personalData: 4,
  label: 3,
}

/** The reason to refuse these weights, or null. */
export function findWeightsFault(weights: Readonly<Record<string, unknown>>): string | null {
  const values = criteria.map(({ code }) => weights[code])
  if (
    values.some(
      (value) => typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > 100,
    )
  ) {
    return 'Chaque critère vaut un nombre entier entre 0 et 100'
  }
  return values.every((value) => value === 0) ? 'Un critère au moins doit compter' : null
}

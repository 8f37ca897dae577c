/** What each criterion counts for. Delivered with these; the association may change them, with a reason and a date. */
import { type CriterionCode, criteria } from './criteria.rules.ts'

export type Weights = Readonly<Record<CriterionCode, number>>

export const defaultWeights: Weights = {
  domains: 22,
  services: 15,
  category: 5,
  population: 5,
  languages: 6,
  budget: 14,
  nearby: 8,
  similar: 6,
  references: 4,
  rating: 6,
  maturity: 4,
  personalData: 3,
  label: 2,
}

/** The reason to refuse these weights, or null. */
export function findWeightsFault(weights: Readonly<Record<string, unknown>>): string | null {
  const values = criteria.map(({ code }) => weights[code])
  if (!values.every(isWeight)) return 'Chaque critère vaut un nombre entier entre 0 et 100'
  return values.every((value) => value === 0) ? 'Un critère au moins doit compter' : null
}

/** Weights kept before a criterion existed count it as delivered. */
export function completeWeights(kept: Readonly<Record<string, unknown>>): Weights {
  const known = criteria.map(({ code }) => {
    const value = kept[code]
    return [code, isWeight(value) ? value : defaultWeights[code]]
  })
  return Object.fromEntries(known) as Weights
}

function isWeight(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 100
}

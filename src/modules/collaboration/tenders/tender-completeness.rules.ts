/** What a file for a formal tender still lacks before it can be handed over. */
import type { FullTender } from './tender.schema.ts'

export interface Gap {
  readonly field: string
  readonly message: string
}

export function listTenderGaps({ tender, lots, criteria }: FullTender): Gap[] {
  const gaps: (Gap | false)[] = [
    tender.nature === null && { field: 'nature', message: 'Choisissez la nature du marché.' },
    tender.purpose.length < 80 && { field: 'purpose', message: 'Décrivez le besoin à satisfaire.' },
    tender.requirements.length < 80 && {
      field: 'requirements',
      message: 'Écrivez les exigences fonctionnelles.',
    },
    tender.estimate === null && { field: 'estimate', message: 'Indiquez le montant estimé.' },
    tender.estimateMethod.length < 20 && {
      field: 'estimateMethod',
      message: 'Dites comment le montant a été estimé.',
    },
    tender.funding === '' && { field: 'funding', message: 'Indiquez la source du financement.' },
    tender.documents.length === 0 && { field: 'documents', message: 'Listez les pièces jointes.' },
    sumWeights(criteria) !== 100 && {
      field: 'criterion1',
      message: 'Les poids des critères doivent faire 100 ensemble.',
    },
    !lotsMakeTheEstimate({ tender, lots }) && {
      field: 'lot1',
      message: 'Les estimations des lots doivent faire le montant estimé, au franc près.',
    },
  ]
  return gaps.filter((gap) => gap !== false)
}

export function sumWeights(criteria: readonly { readonly weight: number }[]): number {
  return criteria.reduce((sum, { weight }) => sum + weight, 0)
}

/** Lots are estimated all together or not at all. */
function lotsMakeTheEstimate({ tender, lots }: Pick<FullTender, 'tender' | 'lots'>): boolean {
  const estimates = lots.map(({ estimate }) => estimate)
  if (estimates.every((estimate) => estimate === null)) return true
  if (estimates.includes(null)) return false
  return estimates.reduce<number>((sum, estimate) => sum + (estimate ?? 0), 0) === tender.estimate
}

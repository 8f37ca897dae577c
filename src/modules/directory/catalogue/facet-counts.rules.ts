/** From groups of solutions to a number beside each choice of each facet. */
import { codesOf, connectivityLabels } from '../labels.ts'
import { accumulate, type FacetName } from './catalogue-query.rules.ts'

/** Solutions alike in one respect, and the chosen facet that they all miss, if any. */
export interface CountedGroup {
  readonly respect: FacetName | 'total'
  readonly value: string
  readonly missed: FacetName | null
  readonly count: number
}

export interface FacetCounts {
  readonly total: number
  readonly of: Readonly<Record<FacetName, ReadonlyMap<string, number>>>
}

/** From the least to the most demanding. */
export const connectivityLevels = codesOf(connectivityLabels)

/**
 * A choice counts the solutions that meet every other facet: those that miss only its own are among them.
 * Assets add up instead of widening, so that theirs count only what meets everything.
 */
export function countChoices(groups: readonly CountedGroup[]): FacetCounts {
  const of = (respect: CountedGroup['respect']) => {
    const counts = new Map<string, number>()
    for (const group of groups) {
      const isCounted = group.missed === null || (group.missed === respect && respect !== 'atout')
      if (group.respect !== respect || !isCounted) continue
      counts.set(group.value, (counts.get(group.value) ?? 0) + group.count)
    }
    return counts
  }
  return {
    total: of('total').get('') ?? 0,
    of: {
      domaine: of('domaine'),
      connexion: accumulate(connectivityLevels, of('connexion')),
      cout: of('cout'),
      atout: of('atout'),
      hebergement: of('hebergement'),
      licence: of('licence'),
      langue: of('langue'),
    },
  }
}

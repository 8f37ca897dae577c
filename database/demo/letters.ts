/** The lettres de cadrage of the demonstration world: Glazoué over three years, other communes at every status. Fictional. */
import communes from '#reference/communes.json' with { type: 'json' }

export type DemoLetterStatus =
  | 'draft'
  | 'submitted'
  | 'returned'
  | 'signed'
  | 'transmitted'
  | 'superseded'
  | 'abandoned'

export interface DemoLetter {
  readonly commune: string
  /** Of the budget, counted from the year the world is set in. */
  readonly yearOffset: number
  readonly number: number
  readonly status: DemoLetterStatus
  /** Days since it was begun. */
  readonly daysAgo: number
  readonly isPublished?: boolean
  readonly correctsNumber?: number
  readonly reason?: string
}

const glazoue: readonly DemoLetter[] = [
  { commune: 'glazoue', yearOffset: -1, number: 1, status: 'transmitted', daysAgo: 840 },
  {
    commune: 'glazoue',
    yearOffset: 0,
    number: 1,
    status: 'superseded',
    daysAgo: 480,
    reason: 'Remplacée par la lettre rectificative du même budget.',
  },
  {
    commune: 'glazoue',
    yearOffset: 0,
    number: 2,
    status: 'transmitted',
    daysAgo: 420,
    isPublished: true,
    correctsNumber: 1,
  },
  {
    commune: 'glazoue',
    yearOffset: 1,
    number: 1,
    status: 'abandoned',
    daysAgo: 60,
    reason: 'Le projet est repris depuis le schéma directeur adopté entre-temps.',
  },
  { commune: 'glazoue', yearOffset: 1, number: 2, status: 'draft', daysAgo: 20 },
]

/** Where the journeys begin: nothing is planned there yet. */
const empty = ['glazoue', 'bohicon', 'parakou', 'houeyogbe']

const roads: readonly Omit<DemoLetter, 'commune'>[] = [
  { yearOffset: 1, number: 1, status: 'transmitted', daysAgo: 110, isPublished: true },
  { yearOffset: 1, number: 1, status: 'signed', daysAgo: 40 },
  { yearOffset: 0, number: 1, status: 'transmitted', daysAgo: 460 },
  { yearOffset: 1, number: 1, status: 'submitted', daysAgo: 25 },
  {
    yearOffset: 1,
    number: 1,
    status: 'returned',
    daysAgo: 30,
    reason: 'Le plafond des services techniques est à revoir avec la recette attendue du marché.',
  },
]

/** One commune in four; each then had a letter the year before too. */
const others: readonly DemoLetter[] = communes.rows
  .filter(({ slug }, index) => index % 4 === 1 && !empty.includes(slug))
  .flatMap(({ slug }, index) => {
    const road = roads[index % roads.length]
    const latest = road ? [{ commune: slug, ...road }] : []
    const former: DemoLetter = {
      commune: slug,
      yearOffset: -1,
      number: 1,
      status: 'transmitted',
      daysAgo: 830 - index,
    }
    return [former, ...latest]
  })

export const letters: readonly DemoLetter[] = [...glazoue, ...others]

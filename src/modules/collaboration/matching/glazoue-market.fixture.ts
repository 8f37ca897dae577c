/** For the tests: the need of Glazoué's market, a solution made for it, and any number of variations of both. */
import fc from 'fast-check'
import type { NeedFacts, SolutionFacts } from './matching.types.ts'

export const today = '2026-11-23'

export const market: NeedFacts = {
  id: '018f0000-0000-7000-8000-000000000001',
  communeId: 'glazoue',
  title: 'Encaisser les droits de place',
  domains: ['markets', 'local-revenue'],
  services: ['market-fee'],
  connectivity: '3g',
  mustWorkOffline: true,
  workstations: 4,
  itStaff: 1,
  users: 8,
  languages: ['fr', 'fon'],
  hosting: 'benin',
  handlesPersonalData: true,
  budgetMin: null,
  budgetMax: 6_000_000,
  population: 124_431,
  category: 'ordinaire',
  nearbyCommunes: new Set(['dassa', 'save', 'savalou']),
  similarCommunes: new Set(['dassa', 'save', 'banikoara']),
}

export const tickets: SolutionFacts = {
  solutionId: '018f0000-0000-7000-8000-00000000000a',
  name: 'Tickets',
  domains: ['markets', 'local-revenue'],
  services: ['market-fee', 'market-stall'],
  languages: ['fr', 'fon'],
  categories: [],
  maturity: 'production',
  minConnectivity: '2g',
  worksOffline: true,
  minWorkstations: 1,
  minItStaff: 0,
  hosting: 'benin',
  handlesPersonalData: true,
  apdpStatus: 'declared',
  populationMin: null,
  populationMax: null,
  priceSetup: 1_500_000,
  priceYearly: 900_000,
  pricePerInhabitant: null,
  pricePerUser: null,
  confirmedUses: 4,
  confirmedCommunes: ['dassa', 'save', 'savalou', 'banikoara'],
  ratingCount: 4,
  ratingAverage: 4.5,
  hasLabel: true,
  labelExpiresOn: '2028-01-01',
}

const levels = fc.constantFrom('none', '2g', '3g', '4g', 'fibre')
const count = (max: number) => fc.option(fc.integer({ min: 0, max }))
const amount = fc.option(fc.integer({ min: 0, max: 20_000_000 }))
const codes = (...all: string[]) => fc.subarray(all)
const communes = ['dassa', 'save', 'savalou', 'banikoara', 'ouidah', 'kandi']

export const anyNeed: fc.Arbitrary<NeedFacts> = fc
  .record({
    domains: codes('markets', 'local-revenue', 'water'),
    services: codes('market-fee', 'market-stall', 'water-point'),
    connectivity: fc.option(levels),
    mustWorkOffline: fc.boolean(),
    workstations: count(10),
    itStaff: count(3),
    users: fc.option(fc.integer({ min: 1, max: 50 })),
    languages: codes('fr', 'fon', 'yo'),
    hosting: fc.constantFrom('any', 'commune', 'benin', 'africa'),
    handlesPersonalData: fc.boolean(),
    budgetMin: amount,
    budgetMax: amount,
    population: fc.integer({ min: 1, max: 700_000 }),
    category: fc.constantFrom('particulier', 'intermediaire', 'ordinaire'),
    nearbyCommunes: codes(...communes).map((ids) => new Set(ids)),
    similarCommunes: codes(...communes).map((ids) => new Set(ids)),
  })
  .map((facts) => ({ ...market, ...facts }))

export const anySolution: fc.Arbitrary<SolutionFacts> = fc
  .record({
    name: fc.constantFrom('Axi', 'Zem', 'École'),
    domains: codes('markets', 'local-revenue', 'water'),
    services: codes('market-fee', 'market-stall', 'water-point'),
    languages: codes('fr', 'fon', 'yo'),
    categories: codes('particulier', 'intermediaire', 'ordinaire'),
    maturity: fc.constantFrom('prototype', 'pilot', 'production'),
    minConnectivity: levels,
    worksOffline: fc.boolean(),
    minWorkstations: fc.integer({ min: 0, max: 10 }),
    minItStaff: fc.integer({ min: 0, max: 3 }),
    hosting: fc.constantFrom('commune', 'benin', 'africa', 'elsewhere'),
    handlesPersonalData: fc.boolean(),
    apdpStatus: fc.constantFrom('notNeeded', 'toDeclare', 'declared', 'authorised'),
    populationMin: count(500_000),
    populationMax: fc.option(fc.integer({ min: 1, max: 500_000 })),
    priceSetup: amount,
    priceYearly: amount,
    pricePerInhabitant: count(200),
    pricePerUser: count(100_000),
    confirmedCommunes: codes(...communes),
    rating: fc.option(
      fc.record({
        average: fc.double({ min: 1, max: 5, noNaN: true }),
        count: fc.integer({ min: 1, max: 40 }),
      }),
    ),
    labelExpiresOn: fc.option(fc.constantFrom('2026-11-22', '2026-11-23', '2027-11-23')),
  })
  .map(({ rating, ...facts }) => ({
    ...tickets,
    ...facts,
    confirmedUses: facts.confirmedCommunes.length,
    ratingAverage: rating?.average ?? null,
    ratingCount: rating?.count ?? 0,
    hasLabel: facts.labelExpiresOn !== null,
  }))

/** Each with its own identifier, and names that repeat. */
export const anyCatalogue: fc.Arbitrary<SolutionFacts[]> = fc
  .array(anySolution, { minLength: 1, maxLength: 12 })
  .map((list) => list.map((one, index) => ({ ...one, solutionId: `id-${index}` })))

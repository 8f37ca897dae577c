/** The solutions of the public catalogue. */

import { z } from 'zod'
import {
  type CatalogueEntry,
  getPublicSolution,
  listPublicSolutions,
} from '#modules/directory/index.ts'
import { at, glazoue, links, startup } from './example-refs.facts.ts'
import { type Asked, operation } from './operation.types.ts'
import {
  address,
  addresses,
  amount,
  CommuneRef,
  day,
  domain,
  listQuery,
  moment,
  named,
  nameKey,
  noQuery,
  pageOf,
  StartupRef,
  words,
} from './shapes.schema.ts'
import { writeList } from './write-list.rules.ts'

const price = () => amount().nullable()

const Solution = z
  .object({
    ...{ slug: z.string(), name: z.string(), summary: z.string(), startup: StartupRef },
    domains: z.array(z.string()).describe('Codes de domaine.'),
    services: z.array(z.string()).describe('Codes des services municipaux couverts.'),
    languages: z.array(z.string()),
    maturity: z.enum(['prototype', 'pilot', 'production']),
    prerequisites: z.object({
      minConnectivity: z.enum(['none', '2g', '3g', '4g', 'fibre']),
      worksOffline: z.boolean(),
      minWorkstations: z.int(),
      minItStaff: z.int(),
      populationMin: z.int().nullable(),
      populationMax: z.int().nullable(),
    }),
    price: z
      .object({ setup: price(), yearly: price(), perInhabitant: price(), perUser: price() })
      .describe('En francs CFA ; ce qui est nul n’est pas demandé.'),
    hosting: z.enum(['commune', 'benin', 'africa', 'elsewhere']),
    licence: z.enum(['proprietary', 'openSource', 'public']),
    handlesPersonalData: z.boolean(),
    confirmedUses: z.int().describe('Communes qui ont confirmé qu’elles l’utilisent.'),
    rating: z
      .object({ average: z.number(), count: z.int() })
      .nullable()
      .describe('De 1 à 5, par les communes qui l’utilisent.'),
    verifiedAt: moment(),
    ...addresses,
  })
  .describe('Une solution que l’association a vérifiée.')
  .meta({ id: 'Solution' })

const FullSolution = Solution.extend({
  problem: z.string(),
  description: z.string(),
  interoperability: z.string(),
  reversibility: z.string(),
  support: z.string(),
  uses: z
    .array(z.object({ commune: CommuneRef, since: day().nullable() }))
    .describe('Utilisations confirmées par les communes elles-mêmes.'),
  demo: address().nullable(),
})
  .describe('Une solution, avec ce que dit sa page.')
  .meta({ id: 'FullSolution' })

const example: z.output<typeof Solution> = {
  ...{ slug: 'axi-ticket', name: 'Axi Ticket', summary: 'Les droits de place, sans papier.' },
  startup,
  ...{ domains: ['markets'], services: ['market-stall'], languages: ['fr', 'fon'] },
  maturity: 'production',
  prerequisites: {
    ...{ minConnectivity: '2g', worksOffline: true, minWorkstations: 1, minItStaff: 0 },
    ...{ populationMin: null, populationMax: null },
  },
  price: { setup: 500_000, yearly: 300_000, perInhabitant: null, perUser: null },
  ...{ hosting: 'benin', licence: 'proprietary', handlesPersonalData: false },
  ...{ confirmedUses: 1, rating: { average: 4, count: 1 } },
  verifiedAt: '2026-01-12T10:00:00.000Z',
  ...at('/solutions/axi-ticket'),
}

export const solutionOperations = [
  operation({
    ...{ name: 'listSolutions', resource: 'solutions', path: '/solutions' },
    summary: 'Les solutions vérifiées, par nom',
    query: listQuery(
      {
        q: words(),
        domaine: domain(),
        service: named('Code du service couvert, donné par /api/v1/services.'),
        startup: named('Sa startup, comme dans son adresse.'),
      },
      nameKey,
    ),
    reply: pageOf('SolutionPage', Solution),
    example: {
      data: [example],
      links: links('/solutions?domaine=markets'),
    },
    work: async (asked) => {
      const { q = '', domaine = null, service = null, startup = null, apres, limite } = asked.query
      const filter = { words: q, domain: domaine, service, startup }
      const after = apres ? { key: apres[0], id: apres[1] } : null
      const found = await listPublicSolutions(asked.db, filter, after, limite)
      const keyOf = ({ name, solutionId }: CatalogueEntry) => [name, solutionId]
      return writeList(asked, found, keyOf, (row) => writeSolution(row, asked))
    },
  }),
  operation({
    ...{ name: 'getSolution', resource: 'solutions', path: '/solutions/:slug' },
    ...{ summary: 'Une solution', query: noQuery, reply: FullSolution },
    example: {
      ...example,
      ...{ problem: 'La recette des marchés se perd.', description: 'Un ticket par place.' },
      ...{ interoperability: 'Export CSV.', reversibility: 'Toutes les données rendues.' },
      ...{ support: 'Du lundi au samedi.', uses: [{ commune: glazoue, since: '2026-02-01' }] },
      demo: null,
    },
    work: async (asked) => {
      const { entry, solution, uses } = await getPublicSolution(asked.db, asked.params.slug ?? '')
      const { problem, description, interoperability, reversibility, support, demoUrl } = solution
      return {
        ...writeSolution(entry, asked),
        ...{ problem, description, interoperability, reversibility, support, demo: demoUrl },
        uses: uses.map(({ communeSlug: slug, communeName: name, since }) => ({
          commune: { slug, name, url: asked.url(`/communes/${slug}`) },
          since,
        })),
      }
    },
  }),
]

function writeSolution(entry: CatalogueEntry, asked: Asked<unknown>): z.output<typeof Solution> {
  const { slug, name, summary, domains, services, languages, handlesPersonalData } = entry
  const { confirmedUses, ratingAverage, ratingCount } = entry
  const shape = Solution.shape
  return {
    ...{ slug, name, summary, domains, services, languages, handlesPersonalData, confirmedUses },
    startup: {
      ...{ slug: entry.startupSlug, name: entry.startupName },
      url: asked.url(`/startups/${entry.startupSlug}`),
    },
    maturity: shape.maturity.parse(entry.maturity),
    hosting: shape.hosting.parse(entry.hosting),
    licence: shape.licence.parse(entry.licence),
    prerequisites: shape.prerequisites.parse(entry),
    price: {
      ...{ setup: entry.priceSetup, yearly: entry.priceYearly },
      ...{ perInhabitant: entry.pricePerInhabitant, perUser: entry.pricePerUser },
    },
    rating: ratingAverage === null ? null : { average: Number(ratingAverage), count: ratingCount },
    verifiedAt: entry.publishedAt.toISOString(),
    url: asked.url(`/solutions/${slug}`),
    page: asked.page(`/solutions/${slug}`),
  }
}

/** The needs that communes published. */

import { z } from 'zod'
import {
  getPublicNeed,
  listPublishedNeeds,
  type PublishedNeed,
} from '#modules/collaboration/index.ts'
import { refuse } from '#platform/web.ts'
import { type Communes, findCommuneId, loadCommunes, writeCommuneRef } from './commune-refs.ts'
import { at, bohicon, glazoue, links } from './example-refs.facts.ts'
import { type Asked, operation } from './operation.types.ts'
import {
  addresses,
  amount,
  CommuneRef,
  day,
  domain,
  flag,
  listQuery,
  moment,
  momentKey,
  named,
  noQuery,
  noSuch,
  pageOf,
  words,
} from './shapes.schema.ts'
import { toPublishedCursor, writeList } from './write-list.rules.ts'

const Need = z
  .object({
    ...{ reference: z.string(), title: z.string(), commune: CommuneRef },
    expectedOutcome: z.string(),
    domains: z.array(z.string()).describe('Codes de domaine.'),
    budget: z.object({ min: amount().nullable(), max: amount().nullable() }),
    urgency: z.enum(['low', 'normal', 'high']),
    wantedBy: day().nullable(),
    joinerCount: z.int().describe('Autres communes qui ont rejoint ce besoin.'),
    publishedAt: moment(),
    ...addresses,
  })
  .describe('Ce qu’une commune cherche à résoudre, avec ses mots.')
  .meta({ id: 'Need' })

const FullNeed = Need.extend({
  status: z.enum(['published', 'met']),
  problem: z.string(),
  currentSituation: z.string(),
  beneficiaries: z.string(),
  services: z.array(z.string()).describe('Codes des services municipaux concernés.'),
  constraints: z.object({
    connectivity: z.enum(['none', '2g', '3g', '4g', 'fibre']).nullable(),
    mustWorkOffline: z.boolean(),
    workstations: z.int().nullable(),
    itStaff: z.int().nullable(),
    languages: z.array(z.string()),
    hosting: z.enum(['any', 'commune', 'benin', 'africa']),
    handlesPersonalData: z.boolean(),
    other: z.string(),
  }),
  joiners: z.array(CommuneRef),
})
  .describe('Un besoin, avec ses contraintes et qui l’a rejoint.')
  .meta({ id: 'FullNeed' })

const example: z.output<typeof Need> = {
  reference: 'BES-2026-0001',
  title: 'Encaisser les droits de place sans perdre de recettes',
  commune: glazoue,
  expectedOutcome: 'Chaque place payée est connue le jour même.',
  ...{ domains: ['markets'], budget: { min: null, max: 3_000_000 }, urgency: 'normal' },
  ...{ wantedBy: '2027-01-31', joinerCount: 1, publishedAt: '2026-09-14T08:30:00.000Z' },
  ...at('/besoins/BES-2026-0001'),
}

export const needOperations = [
  operation({
    ...{ name: 'listNeeds', resource: 'besoins', path: '/besoins' },
    summary: 'Les besoins publiés, les plus récents d’abord',
    query: listQuery(
      {
        q: words(),
        domaine: domain(),
        commune: named('La commune, comme dans son adresse : glazoue.'),
        groupes: flag('Les besoins que plusieurs communes partagent seulement.'),
      },
      momentKey,
    ),
    reply: pageOf('NeedPage', Need),
    example: {
      data: [example],
      links: links('/besoins?commune=glazoue'),
    },
    work: async (asked) => {
      const { q = '', domaine = null, commune, groupes, apres, limite } = asked.query
      const communes = await loadCommunes(asked.db)
      const communeId = findCommuneId(communes, commune)
      if (communeId === 'unknown') return refuse({ commune: noSuch('cette commune') })
      const filter = { words: q, domain: domaine, communeId, isGrouped: groupes === 'oui' }
      const cursor = toPublishedCursor(apres)
      const found = await listPublishedNeeds(asked.db, filter, cursor, limite)
      const keyOf = ({ publishedAt, id }: PublishedNeed) => [publishedAt.toISOString(), id]
      return writeList(asked, found, keyOf, (row) => writeNeed(row, communes, asked))
    },
  }),
  operation({
    ...{ name: 'getNeed', resource: 'besoins', path: '/besoins/:reference' },
    ...{ summary: 'Un besoin', query: noQuery, reply: FullNeed },
    example: {
      ...{ ...example, status: 'published', problem: 'Une part des recettes se perd.' },
      ...{ currentSituation: 'Des carnets à souches.', beneficiaries: 'Les commerçants.' },
      services: ['market-stall'],
      constraints: {
        ...{ connectivity: '3g', mustWorkOffline: true, workstations: 2, itStaff: 1 },
        ...{ languages: ['fr'], hosting: 'benin', handlesPersonalData: false, other: '' },
      },
      joiners: [bohicon],
    },
    work: async (asked) => {
      const { need, joinerIds } = await getPublicNeed(asked.db, asked.params.reference ?? '')
      const communes = await loadCommunes(asked.db)
      const { problem, currentSituation, beneficiaries, services, otherConstraints } = need
      const publishedAt = need.publishedAt ?? need.updatedAt
      return {
        ...writeNeed({ ...need, publishedAt, joinerCount: joinerIds.length }, communes, asked),
        status: FullNeed.shape.status.parse(need.status),
        ...{ problem, currentSituation, beneficiaries, services },
        constraints: FullNeed.shape.constraints.parse({ ...need, other: otherConstraints }),
        joiners: joinerIds.map((id) => writeCommuneRef(communes, id, asked)),
      }
    },
  }),
]

type Known = Omit<PublishedNeed, 'reference' | 'joinerCount'> & {
  readonly reference: string | null
}
type Row = Known & Pick<PublishedNeed, 'joinerCount'>

function writeNeed(row: Row, communes: Communes, asked: Asked<unknown>): z.output<typeof Need> {
  return { ...writeKnownNeed(row, communes, asked), joinerCount: row.joinerCount }
}

export function writeKnownNeed(
  row: Known,
  communes: Communes,
  asked: Asked<unknown>,
): Omit<z.output<typeof Need>, 'joinerCount'> {
  const { title, expectedOutcome, domains, budgetMin, budgetMax, wantedBy } = row
  const reference = row.reference ?? ''
  return {
    ...{ reference, title, expectedOutcome, domains, wantedBy },
    commune: writeCommuneRef(communes, row.communeId, asked),
    budget: { min: budgetMin, max: budgetMax },
    urgency: Need.shape.urgency.parse(row.urgency),
    publishedAt: row.publishedAt.toISOString(),
    url: asked.url(`/besoins/${reference}`),
    page: asked.page(`/besoins/${reference}`),
  }
}

export { example as needExample, Need }

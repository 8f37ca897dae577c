/** Verified startups. Telephones, addresses and mailboxes stay on their pages: they may be those of a person. */

import { z } from 'zod'
import {
  findLabelState,
  getPublicStartup,
  type ListedStartup,
  listVerifiedStartups,
} from '#modules/directory/index.ts'
import { toDay } from '#platform/format.ts'
import { apiOf, at, links } from './example-refs.facts.ts'
import { type Asked, operation } from './operation.types.ts'
import {
  address,
  addresses,
  CommuneRef,
  day,
  domain,
  flag,
  listQuery,
  nameKey,
  noQuery,
  pageOf,
  words,
} from './shapes.schema.ts'
import { writeList } from './write-list.rules.ts'

const Startup = z
  .object({
    ...{ slug: z.string(), name: z.string(), presentation: z.string() },
    domains: z.array(z.string()).describe('Codes de domaine.'),
    label: z
      .object({ number: z.string(), expiresOn: day(), isValid: z.boolean() })
      .nullable()
      .describe('Label startup de l’État (décret 2023-095).'),
    solutionCount: z.int(),
    solutions: address().describe('Ses solutions vérifiées.'),
    ...addresses,
  })
  .describe('Une startup que l’association a vérifiée.')
  .meta({ id: 'Startup' })

const FullStartup = Startup.extend({
  commune: CommuneRef.nullable().describe('Celle de son siège.'),
  legalForm: z.string(),
  foundedOn: day().nullable(),
  ifu: z.string().nullable().describe('Identifiant fiscal ; nul pour une entreprise individuelle.'),
  rccm: z
    .string()
    .nullable()
    .describe('Registre du commerce ; nul pour une entreprise individuelle.'),
  website: address().nullable(),
})
  .describe('Une startup vérifiée, avec son identité légale.')
  .meta({ id: 'FullStartup' })

const example: z.output<typeof Startup> = {
  ...{ slug: 'axi-numerique', name: 'Axi Numérique', presentation: 'Nous équipons les marchés.' },
  domains: ['markets'],
  label: { number: 'LS-2025-000', expiresOn: '2028-01-31', isValid: true },
  solutionCount: 2,
  solutions: apiOf('/solutions?startup=axi-numerique'),
  ...at('/startups/axi-numerique'),
}

export const startupOperations = [
  operation({
    ...{ name: 'listStartups', resource: 'startups', path: '/startups' },
    summary: 'Les startups vérifiées, par nom',
    query: listQuery(
      { q: words(), domaine: domain(), label: flag('Le label de l’État en cours seulement.') },
      nameKey,
    ),
    reply: pageOf('StartupPage', Startup),
    example: {
      data: [example],
      links: links('/startups?domaine=markets'),
    },
    work: async (asked) => {
      const { q = '', domaine = '', label, apres, limite } = asked.query
      const search = {
        ...{ words: q, domain: domaine, isLabelled: label === 'oui' },
        after: apres ? { key: apres[0], id: apres[1] } : null,
      }
      const found = await listVerifiedStartups(asked.db, search, today(asked), limite)
      return writeList(
        asked,
        found,
        ({ name, id }) => [name, id],
        (row) => writeStartup(row, asked),
      )
    },
  }),
  operation({
    ...{ name: 'getStartup', resource: 'startups', path: '/startups/:slug' },
    ...{ summary: 'Une startup', query: noQuery, reply: FullStartup },
    example: {
      ...example,
      commune: {
        ...{ slug: 'cotonou', name: 'Cotonou' },
        url: apiOf('/communes/cotonou'),
      },
      ...{ legalForm: 'sarl', foundedOn: '2019-05-06', ifu: '3200000000000' },
      ...{ rccm: 'RB/COT/00 B 00000', website: null },
    },
    work: async (asked) => {
      const { startup, commune, solutions } = await getPublicStartup(
        asked.db,
        asked.params.slug ?? '',
      )
      const { legalForm, foundedOn, ifu, rccm, website } = startup
      // The identifiers of an undertaking without a company are those of its owner.
      const isPerson = legalForm === 'ei' || legalForm === 'entreprenant'
      return {
        ...writeStartup({ ...startup, solutionCount: solutions.length }, asked),
        commune: commune && { ...commune, url: asked.url(`/communes/${commune.slug}`) },
        ...{ legalForm, foundedOn, website },
        ...{ ifu: isPerson ? null : ifu, rccm: isPerson ? null : rccm },
      }
    },
  }),
]

const today = ({ context }: Asked<unknown>) => toDay(context.now)

type Row = Pick<
  ListedStartup,
  'slug' | 'name' | 'presentation' | 'domains' | 'labelNumber' | 'labelExpiresOn' | 'solutionCount'
>

function writeStartup(row: Row, asked: Asked<unknown>): z.output<typeof Startup> {
  const { slug, name, presentation, domains, labelNumber, labelExpiresOn, solutionCount } = row
  const state = findLabelState(row, today(asked))
  return {
    ...{ slug, name, presentation, domains, solutionCount },
    label:
      labelNumber && labelExpiresOn
        ? {
            ...{ number: labelNumber, expiresOn: labelExpiresOn },
            isValid: state === 'valid' || state === 'ending',
          }
        : null,
    solutions: asked.url(`/solutions?startup=${slug}`),
    url: asked.url(`/startups/${slug}`),
    page: asked.page(`/startups/${slug}`),
  }
}

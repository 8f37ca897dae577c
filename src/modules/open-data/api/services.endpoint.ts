/** The catalogue of municipal services, and how far each is online in the country. */
import { z } from 'zod'
import { domainLabels, serviceDomains } from '#modules/directory/index.ts'
import {
  getSheet,
  levels,
  listOffersOfService,
  listSheets,
  nameService,
  type Sheet,
} from '#modules/services/index.ts'
import { foldWords } from '#platform/tables/fold.rules.ts'
import { type Communes, loadCommunes, writeCommuneRef } from './commune-refs.ts'
import { at, glazoue, links } from './example-refs.facts.ts'
import { type Asked, operation } from './operation.types.ts'
import {
  addresses,
  CommuneRef,
  day,
  domain,
  listQuery,
  noQuery,
  pageOf,
  words,
} from './shapes.schema.ts'
import { cutAfter, writeList } from './write-list.rules.ts'

const Service = z
  .object({
    ...{ code: z.string(), label: z.string(), description: z.string() },
    domain: z.enum(Object.keys(domainLabels)),
    outcome: z.string().describe('Ce que reçoit la personne.'),
    delayDays: z.int().nullable().describe('Délai que donne la source, en jours.'),
    source: z.string(),
    sourceDate: day(),
    ...addresses,
  })
  .describe('Un service municipal, le même pour toutes les communes.')
  .meta({ id: 'Service' })

const FullService = Service.extend({
  communes: z
    .array(z.object({ commune: CommuneRef, level: z.enum(levels), since: day().nullable() }))
    .describe('Les communes qui ont dit comment elles le rendent.'),
})
  .describe('Un service, et où il en est dans chaque commune.')
  .meta({ id: 'FullService' })

const example: z.output<typeof Service> = {
  ...{ code: 'birth-copy', label: 'Copie d’acte de naissance', domain: 'civil-status' },
  ...{ description: 'Une copie de l’acte inscrit à la mairie.', outcome: 'La copie.' },
  ...{ delayDays: 3, source: 'Exemple', sourceDate: '2026-01-01' },
  ...at('/services/birth-copy'),
}

export const serviceOperations = [
  operation({
    ...{ name: 'listServices', resource: 'services', path: '/services' },
    summary: 'Les services municipaux, par code',
    query: listQuery({ q: words(), domaine: domain() }, z.tuple([z.string().max(80)])),
    reply: pageOf('ServicePage', Service),
    example: { data: [example], links: links('/services?domaine=civil-status') },
    work: async (asked) => {
      const { q = '', domaine, apres, limite } = asked.query
      const wanted = foldWords(q)
      const found = (await listSheets(asked.db)).filter(
        ({ serviceCode, description }) =>
          (domaine === undefined || serviceDomains[serviceCode] === domaine) &&
          foldWords(`${nameService(serviceCode)} ${description}`).includes(wanted),
      )
      const keyOf = ({ serviceCode }: Sheet) => serviceCode
      const rows = cutAfter(found, keyOf, apres?.[0], limite)
      return writeList(
        asked,
        rows,
        (row) => [keyOf(row)],
        (row) => writeService(row, asked),
      )
    },
  }),
  operation({
    ...{ name: 'getService', resource: 'services', path: '/services/:code' },
    ...{ summary: 'Un service, commune par commune', query: noQuery, reply: FullService },
    example: {
      ...example,
      communes: [{ commune: glazoue, level: 'form', since: '2026-03-02' }],
    },
    work: async (asked) => {
      const code = asked.params.code ?? ''
      const sheet = await getSheet(asked.db, code)
      const offers = await listOffersOfService(asked.db, code)
      const communes: Communes = await loadCommunes(asked.db)
      return {
        ...writeService(sheet, asked),
        communes: offers
          .map(({ communeId, level, since }) => ({
            commune: writeCommuneRef(communes, communeId, asked),
            ...{ level, since },
          }))
          .sort((one, other) => (one.commune.slug < other.commune.slug ? -1 : 1)),
      }
    },
  }),
]

function writeService(sheet: Sheet, { url, page }: Asked<unknown>): z.output<typeof Service> {
  const { serviceCode: code, description, outcome, delayDays, source, sourceDate } = sheet
  return {
    ...{ code, label: nameService(code), domain: serviceDomains[code] ?? '' },
    ...{ description, outcome, delayDays, source, sourceDate },
    url: url(`/services/${code}`),
    page: page(`/services/${code}`),
  }
}

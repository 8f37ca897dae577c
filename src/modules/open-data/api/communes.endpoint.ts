/** Communes, and the services of each. */

import { z } from 'zod'
import {
  type CommuneLine,
  categoryLabels,
  domainLabels,
  getCommuneBySlug,
  listArrondissements,
  listCommunes,
  serviceDomains,
} from '#modules/directory/index.ts'
import {
  levels,
  listOffersOfCommune,
  nameService,
  type Offer,
  places,
} from '#modules/services/index.ts'
import { orNotFound } from '#platform/errors.ts'
import { foldWords } from '#platform/tables/fold.rules.ts'
import { apiOf, at, glazoue, pageOfSite } from './example-refs.facts.ts'
import { type Asked, operation } from './operation.types.ts'
import {
  address,
  addresses,
  CommuneRef,
  day,
  listQuery,
  moment,
  named,
  noQuery,
  pageOf,
  words,
} from './shapes.schema.ts'
import { cutAfter, writeList } from './write-list.rules.ts'

const categories = Object.keys(categoryLabels)

const Commune = z
  .object({
    slug: z.string(),
    code: z.string().describe('Code de la commune à l’INStaD.'),
    name: z.string(),
    department: z.object({ code: z.string(), name: z.string() }),
    category: z.enum(categories),
    population: z.int(),
    populationYear: z.int().describe('Année du recensement.'),
    position: z.object({ latitude: z.number(), longitude: z.number() }),
    confirmedUses: z.int().describe('Solutions dont elle a confirmé l’utilisation.'),
    needs: address().describe('Ses besoins publiés.'),
    services: address().describe('Ses services, et jusqu’où chacun est en ligne.'),
    ...addresses,
  })
  .describe('Une des 77 communes du Bénin.')
  .meta({ id: 'Commune' })

const communeExample: z.output<typeof Commune> = {
  ...{
    slug: 'glazoue',
    code: 'BJ0503',
    name: 'Glazoué',
    department: { code: 'BJ05', name: 'Collines' },
  },
  ...{ category: 'ordinaire', population: 124431, populationYear: 2013 },
  ...{ position: { latitude: 7.97252, longitude: 2.22176 }, confirmedUses: 2 },
  needs: apiOf('/besoins?commune=glazoue'),
  services: apiOf('/communes/glazoue/services'),
  ...at('/communes/glazoue'),
}

const FullCommune = Commune.extend({
  arrondissements: z.array(z.object({ code: z.string(), name: z.string(), population: z.int() })),
})
  .describe('Une commune, avec ses arrondissements.')
  .meta({ id: 'FullCommune' })

const Service = z
  .object({
    code: z.string(),
    label: z.string(),
    domain: z.enum(Object.keys(domainLabels)),
    level: z.enum(levels).describe('De notOffered (non proposé) à online (tout en ligne).'),
    place: z.enum(places).nullable().describe('Où la demande se fait.'),
    address: address().nullable().describe('L’adresse que la commune donne.'),
    since: day().nullable(),
    delayDays: z.int().nullable().describe('Délai annoncé, en jours.'),
    updatedAt: moment(),
    service: address().describe('La fiche de ce service, la même pour toutes les communes.'),
  })
  .describe('Comment une commune rend un service.')
  .meta({ id: 'CommuneService' })

const CommuneServices = z
  .object({ commune: CommuneRef, data: z.array(Service), page: address() })
  .describe('Tous les services dont la commune a dit le niveau.')
  .meta({ id: 'CommuneServices' })

export const communeOperations = [
  operation({
    ...{ name: 'listCommunes', resource: 'communes', path: '/communes' },
    summary: 'Les communes',
    query: listQuery(
      {
        q: words(),
        departement: named('Code du département, donné par /api/v1/departements.'),
        categorie: z
          .enum(categories, 'Choisissez une catégorie donnée par /api/v1/categories')
          .optional()
          .describe('Code de catégorie, donné par /api/v1/categories.'),
      },
      z.tuple([z.string().max(80)]),
    ),
    reply: pageOf('CommunePage', Commune),
    example: {
      data: [communeExample],
      links: {
        self: apiOf('/communes?departement=BJ05&limite=1'),
        next: apiOf('/communes?departement=BJ05&limite=1&apres=WyJnbGF6b3VlIl0'),
      },
    },
    work: async (asked) => {
      const { q = '', departement, categorie, apres, limite } = asked.query
      const wanted = foldWords(q)
      const found = (await listCommunes(asked.db)).filter(
        ({ name, aliases, departmentCode, category }) =>
          (departement === undefined || departmentCode === departement) &&
          (categorie === undefined || category === categorie) &&
          [name, ...aliases].some((one) => foldWords(one).includes(wanted)),
      )
      const rows = cutAfter(found, ({ slug }) => slug, apres?.[0], limite)
      return writeList(
        asked,
        rows,
        ({ slug }) => [slug],
        (row) => writeCommune(row, asked),
      )
    },
  }),
  operation({
    ...{ name: 'getCommune', resource: 'communes', path: '/communes/:slug' },
    ...{ summary: 'Une commune', query: noQuery, reply: FullCommune },
    example: {
      ...communeExample,
      arrondissements: [{ code: 'BJ0503-01', name: 'Aklankpa', population: 25_756 }],
    },
    work: async (asked) => {
      const { slug } = asked.params
      const row = orNotFound((await listCommunes(asked.db)).find((one) => one.slug === slug))
      const arrondissements = await listArrondissements(asked.db, row.id)
      return { ...writeCommune(row, asked), arrondissements }
    },
  }),
  operation({
    ...{ name: 'listCommuneServices', resource: 'communes', path: '/communes/:slug/services' },
    ...{ summary: 'Les services d’une commune', query: noQuery, reply: CommuneServices },
    example: {
      commune: glazoue,
      data: [
        {
          ...{ code: 'birth-copy', label: 'Copie d’acte de naissance', domain: 'civil-status' },
          ...{ level: 'form', place: 'own', address: null, since: '2026-03-02', delayDays: 3 },
          updatedAt: '2026-03-02T09:15:00.000Z',
          service: apiOf('/services/birth-copy'),
        },
      ],
      page: pageOfSite('/communes/glazoue/services'),
    },
    work: async (asked) => {
      const commune = await getCommuneBySlug(asked.db, asked.params.slug ?? '')
      const offers = await listOffersOfCommune(asked.db, commune.id)
      const { slug, name } = commune
      return {
        commune: { slug, name, url: asked.url(`/communes/${slug}`) },
        data: offers
          .toSorted((one, other) => (one.serviceCode < other.serviceCode ? -1 : 1))
          .map((offer) => writeOffer(offer, asked)),
        page: asked.page(`/communes/${slug}/services`),
      }
    },
  }),
]

function writeCommune(row: CommuneLine, { url, page }: Asked<unknown>): z.output<typeof Commune> {
  const { slug, code, name, category, population, populationYear, confirmedUses } = row
  const { departmentCode, departmentName, latitude, longitude } = row
  return {
    ...{ slug, code, name, category, population, populationYear, confirmedUses },
    department: { code: departmentCode, name: departmentName },
    position: { latitude, longitude },
    needs: url(`/besoins?commune=${slug}`),
    services: url(`/communes/${slug}/services`),
    url: url(`/communes/${slug}`),
    page: page(`/communes/${slug}`),
  }
}

function writeOffer(offer: Offer, { url }: Asked<unknown>): z.output<typeof Service> {
  const { serviceCode, level, place, since, delayDays, updatedAt } = offer
  return {
    ...{ code: serviceCode, label: nameService(serviceCode), level, place },
    ...{ domain: serviceDomains[serviceCode] ?? '', address: offer.url, since, delayDays },
    updatedAt: updatedAt.toISOString(),
    service: url(`/services/${serviceCode}`),
  }
}

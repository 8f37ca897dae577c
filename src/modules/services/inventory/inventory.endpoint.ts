/** Every service of every commune, as a spreadsheet opens it. */
import { Readable } from 'node:stream'
import { domainLabels, listCommunes, serviceDomains } from '#modules/directory/index.ts'
import { toDay } from '#platform/format.ts'
import { everyone } from '#platform/policy.ts'
import { byteOrderMark, writeCsvLine } from '#platform/tables/csv.rules.ts'
import { endpoint } from '#platform/web.ts'
import { rankLevel } from './level.rules.ts'
import { nameService } from './listed-service.ts'
import { listEveryOffer } from './offer.queries.ts'
import { levelLabels, placeLabels } from './service.labels.ts'
import type { Offer } from './service.schema.ts'

const header = [
  'code_commune',
  'commune',
  'departement',
  'code_service',
  'service',
  'domaine',
  'niveau',
  'libelle_niveau',
  'depuis',
  'ou',
  'adresse',
  'mis_a_jour_le',
]

export const inventoryCsv = endpoint('/services/donnees.csv', {
  load: async (_, { db }) => ({
    communes: new Map((await listCommunes(db)).map((commune) => [commune.id, commune])),
    offers: await listEveryOffer(db),
  }),
  allow: everyone,
  limit: { points: 10, seconds: 60 },
  reply: ({ communes, offers }, { now }) => ({
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="services-communes-${toDay(now)}.csv"`,
    },
    body: Readable.from(writeLines(communes, offers)),
  }),
})

type Communes = ReadonlyMap<string, { slug: string; name: string; departmentName: string }>

function* writeLines(communes: Communes, offers: readonly Offer[]) {
  yield byteOrderMark + writeCsvLine(header)
  for (const offer of offers) {
    const commune = communes.get(offer.communeId)
    const { serviceCode, level, since, place, url, updatedAt } = offer
    yield writeCsvLine([
      commune?.slug ?? '',
      commune?.name ?? '',
      commune?.departmentName ?? '',
      serviceCode,
      nameService(serviceCode),
      domainLabels[serviceDomains[serviceCode] ?? ''] ?? '',
      rankLevel(level),
      levelLabels[level].label,
      since,
      place && placeLabels[place],
      url,
      toDay(updatedAt),
    ])
  }
}

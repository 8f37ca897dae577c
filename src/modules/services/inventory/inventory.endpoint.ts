/** Every service of every commune as it stands now, as a spreadsheet opens it. */
import { everyone } from '#platform/policy.ts'
import { openLicence } from '#platform/tables/open-licence.ts'
import { replyWithTable, writeTable } from '#platform/tables/write-published.ts'
import { endpoint } from '#platform/web.ts'
import { publishedOffers } from './published-offers.dataset.ts'

export const inventoryCsv = endpoint('/services/donnees.csv', {
  load: () => null,
  allow: everyone,
  limit: { points: 10, seconds: 60 },
  reply: (_, { platform }) => {
    const rows = publishedOffers.readRows(platform)
    const heading = { about: { licence: openLicence.terms }, list: 'services' }
    return replyWithTable(
      'services-communes',
      'csv',
      writeTable(publishedOffers, 'csv', rows, heading),
    )
  },
})

/** The open data of connectivity as it stands now, sent as it is read. */
import { toDay } from '#platform/format.ts'
import { everyone } from '#platform/policy.ts'
import { openLicence } from '#platform/tables/open-licence.ts'
import { replyWithTable, type TableFormat, writeTable } from '#platform/tables/write-published.ts'
import { endpoint, type Route } from '#platform/web.ts'
import { publishedSites } from './published-sites.dataset.ts'

const about = (now: Date) => ({
  titre: 'Connectivité des lieux des communes du Bénin',
  definition:
    'Lieux déclarés par les communes. Débits et latence : médianes des mesures des 90 derniers jours. Disponibilité : part des 90 derniers jours sans coupure déclarée. Coûts en FCFA, d’après des hypothèses à confirmer : /connectivite/hypotheses.',
  licence: openLicence.terms,
  produitLe: toDay(now),
})

function open(path: string, format: TableFormat): Route {
  return endpoint(path, {
    load: () => null,
    allow: everyone,
    limit: { points: 30, seconds: 60 },
    reply: (_, { platform, now }) => {
      const rows = publishedSites.readRows(platform)
      const heading = { about: about(now), list: 'lieux' }
      return replyWithTable(
        'connectivite',
        format,
        writeTable(publishedSites, format, rows, heading),
      )
    },
  })
}

export const publishedSitesRoutes: Route[] = [
  open('/connectivite/donnees.csv', 'csv'),
  open('/connectivite/donnees.json', 'json'),
  open('/connectivite/donnees.geojson', 'geojson'),
]

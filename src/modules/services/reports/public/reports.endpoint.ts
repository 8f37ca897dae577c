/** The open data of reports: each as everybody may read it, as a table or a map; and the figures behind their page. */
import { toDay } from '#platform/format.ts'
import { everyone } from '#platform/policy.ts'
import { readQueryText } from '#platform/published-cursor.rules.ts'
import { byteOrderMark, writeCsvLine } from '#platform/tables/csv.rules.ts'
import { openLicence } from '#platform/tables/open-licence.ts'
import { replyWithTable, type TableFormat, writeTable } from '#platform/tables/write-published.ts'
import { type Context, endpoint, type Route } from '#platform/web.ts'
import { nameCategory } from '../category.facts.ts'
import type { FigureLine } from '../figures.queries.ts'
import { publishedReports } from '../published-reports.dataset.ts'
import { loadFigures } from './figures.page.tsx'

const open = { load: () => null, allow: everyone, limit: { points: 30, seconds: 60 } }

function openReports(path: string, format: TableFormat): Route {
  return endpoint(path, {
    ...open,
    reply: (_, { platform, query }) => {
      const rows = publishedReports.readRows(platform, { commune: readQueryText(query.commune) })
      const heading = { about: { licence: openLicence.terms }, list: 'signalements' }
      const lines = writeTable(publishedReports, format, rows, heading)
      return replyWithTable('signalements', format, lines)
    },
  })
}

export const reportDataRoutes: Route[] = [
  openReports('/signalements/donnees.csv', 'csv'),
  openReports('/signalements/donnees.geojson', 'geojson'),
  endpoint('/signalements/chiffres.csv', {
    ...open,
    reply: async (_, context) => ({
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `inline; filename="signalements-chiffres-${toDay(context.now)}.csv"`,
        'access-control-allow-origin': '*',
      },
      body: await writeFigures(context),
    }),
  }),
]

async function writeFigures(context: Context): Promise<string> {
  const { commune, communes, byCategory, byCommune } = await loadFigures(context)
  const nameOf = new Map(communes.map(({ id, name }) => [id, name]))
  const head = [
    ...['par', 'nom', 'recus', 'a_regler', 'regles', 'rejetes', 'doublons'],
    ...['reponse_mediane_jours', 'reponse_90e_centile_jours'],
    ...['reparation_mediane_jours', 'reparation_90e_centile_jours'],
  ]
  const lines = [
    ...byCategory.map((line) =>
      writeLine(
        'probleme',
        line.key === null ? (commune?.name ?? 'Tout le pays') : nameCategory(line.key),
        line,
      ),
    ),
    ...byCommune
      .filter(({ key }) => key !== null)
      .map((line) => writeLine('commune', nameOf.get(line.key ?? '') ?? '', line)),
  ]
  return byteOrderMark + writeCsvLine(head) + lines.join('')
}

function writeLine(by: string, name: string, line: FigureLine): string {
  const { received, open: left, resolved, rejected, duplicate, toAnswer, toResolve } = line
  const delays = [toAnswer.median, toAnswer.slowest, toResolve.median, toResolve.slowest]
  return writeCsvLine([
    ...[by, name, received, left, resolved, rejected, duplicate],
    ...delays.map((days) => (days === null ? null : Math.round(days * 100) / 100)),
  ])
}

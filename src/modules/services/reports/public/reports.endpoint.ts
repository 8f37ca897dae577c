/** The open data of reports: each as everybody may read it, as a table or a map; and the figures behind their page. */
import { Readable } from 'node:stream'
import { type CommunePlace, listCommunePlaces } from '#modules/directory/index.ts'
import { visitor } from '#platform/actor.ts'
import { readAs } from '#platform/database.ts'
import { toDay } from '#platform/format.ts'
import { everyone } from '#platform/policy.ts'
import { type PublishedCursor, readQueryText } from '#platform/published-cursor.rules.ts'
import { byteOrderMark, writeCsvLine } from '#platform/tables/csv.rules.ts'
import { type Context, endpoint, type Reply, type Route } from '#platform/web.ts'
import { nameCategory } from '../category.facts.ts'
import type { FigureLine } from '../figures.queries.ts'
import { listPublicReports, type PublicLine } from '../public-report.queries.ts'
import { reportStatusLabels } from '../report.labels.ts'
import { loadFigures } from './figures.page.tsx'

interface Published {
  readonly line: PublicLine
  readonly commune: CommunePlace | undefined
}

const columns: Readonly<Record<string, (one: Published) => string | number | boolean | null>> = {
  numero: ({ line }) => line.reference,
  commune: ({ commune }) => commune?.name ?? '',
  departement: ({ commune }) => commune?.departmentName ?? '',
  categorie: ({ line }) => line.category,
  probleme: ({ line }) => nameCategory(line.category),
  etat: ({ line }) => line.status,
  libelle_etat: ({ line }) => reportStatusLabels[line.status],
  regroupe_avec: ({ line }) => line.mergedInto,
  arrondissement: ({ line }) => line.arrondissement,
  quartier: ({ line }) => line.quartier,
  texte: ({ line }) => line.description,
  reponse: ({ line }) => line.answer,
  latitude_arrondie: ({ line }) => line.latitude,
  longitude_arrondie: ({ line }) => line.longitude,
  moi_aussi: ({ line }) => line.supports,
  recu_le: ({ line }) => line.receivedAt.toISOString(),
  premiere_reponse_le: ({ line }) => line.answeredAt?.toISOString() ?? null,
  fini_le: ({ line }) => line.closedAt?.toISOString() ?? null,
}

const pageSize = 1000

/** Public rows, a thousand at a time, each in a transaction of its own: a slow reader holds no connection. */
async function* readLines({ platform, query }: Pick<Context, 'platform' | 'query'>) {
  const { db } = platform
  const places = await listCommunePlaces(db)
  const asked = readQueryText(query.commune)
  const communeId = places.find(({ slug }) => slug === asked)?.id
  if (asked !== '' && communeId === undefined) return
  const communes = new Map(places.map((place) => [place.id, place]))
  let after: PublishedCursor | null = null
  while (true) {
    const from: PublishedCursor | null = after
    const found: PublicLine[] = await readAs(db, visitor, (own) =>
      listPublicReports(own, { ...(communeId && { communeId }) }, from, pageSize),
    )
    const lines = found.slice(0, pageSize)
    for (const line of lines) yield { line, commune: communes.get(line.communeId) }
    const last = lines.at(-1)
    if (found.length <= pageSize || !last) return
    after = { publishedAt: last.receivedAt.toISOString(), id: last.reportId }
  }
}

async function* writeCsv(context: Context) {
  yield byteOrderMark + writeCsvLine(Object.keys(columns))
  for await (const one of readLines(context))
    yield writeCsvLine(Object.values(columns).map((read) => read(one)))
}

/** As GeoJSON wants it: longitude first, nothing where nothing is known. */
async function* writeGeojson(context: Context) {
  yield '{"type":"FeatureCollection","features":['
  let comma = ''
  for await (const one of readLines(context)) {
    const { latitude, longitude } = one.line
    const entries = Object.entries(columns).map(([name, read]) => [name, read(one)])
    const feature = {
      type: 'Feature',
      geometry: latitude === null ? null : { type: 'Point', coordinates: [longitude, latitude] },
      properties: Object.fromEntries(entries),
    }
    yield `${comma}\n${JSON.stringify(feature)}`
    comma = ','
  }
  yield '\n]}\n'
}

function reply(name: string, type: string, body: Reply['body']): Reply {
  return {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'content-disposition': `inline; filename="${name}"`,
      'access-control-allow-origin': '*',
    },
    body,
  }
}

const open = { load: () => null, allow: everyone, limit: { points: 30, seconds: 60 } }

export const reportDataRoutes: Route[] = [
  endpoint('/signalements/donnees.csv', {
    ...open,
    reply: (_, context) => reply('signalements.csv', 'text/csv', Readable.from(writeCsv(context))),
  }),
  endpoint('/signalements/donnees.geojson', {
    ...open,
    reply: (_, context) =>
      reply('signalements.geojson', 'application/geo+json', Readable.from(writeGeojson(context))),
  }),
  endpoint('/signalements/chiffres.csv', {
    ...open,
    reply: async (_, context) =>
      reply(
        `signalements-chiffres-${toDay(context.now)}.csv`,
        'text/csv',
        await writeFigures(context),
      ),
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

/** The open data of connectivity: every open site as everybody may read it, as a table, a map or JSON, sent as it is read. */
import { Readable } from 'node:stream'
import { type CommuneLine, listCommunes } from '#modules/directory/index.ts'
import { visitor } from '#platform/actor.ts'
import { readAs } from '#platform/database.ts'
import { toDay } from '#platform/format.ts'
import { everyone } from '#platform/policy.ts'
import { byteOrderMark, writeCsvLine } from '#platform/tables/csv.rules.ts'
import { type Context, endpoint, type Reply, type Route } from '#platform/web.ts'
import { columnNames, toFeature, toRecord } from './published-sites.rules.ts'
import { listStatesAfter } from './state.queries.ts'

/** Public rows, read a thousand at a time, each in a transaction of its own: a slow reader holds no connection. */
async function* readRecords({ db }: Context['platform']) {
  const communes = new Map<string, CommuneLine>()
  for (const commune of await listCommunes(db)) communes.set(commune.id, commune)
  let after = ''
  while (true) {
    const states = await readAs(db, visitor, (own) => listStatesAfter(own, after, 1000))
    const last = states.at(-1)
    if (!last) return
    for (const state of states) {
      const commune = communes.get(state.communeId)
      if (commune) yield { state, commune }
    }
    after = last.siteId
  }
}

async function* writeCsv(platform: Context['platform']) {
  yield byteOrderMark + writeCsvLine(columnNames)
  for await (const one of readRecords(platform)) {
    const record = toRecord(one)
    yield writeCsvLine(columnNames.map((name) => record[name]))
  }
}

async function* writeList(
  platform: Context['platform'],
  head: object,
  name: string,
  shape: (one: Parameters<typeof toRecord>[0]) => object,
) {
  yield `${JSON.stringify(head).slice(0, -1)},"${name}":[`
  let comma = ''
  for await (const one of readRecords(platform)) {
    yield `${comma}\n${JSON.stringify(shape(one))}`
    comma = ','
  }
  yield '\n]}\n'
}

const about = (now: Date) => ({
  titre: 'Connectivité des lieux des communes du Bénin',
  definition:
    'Lieux déclarés par les communes. Débits et latence : médianes des mesures des 90 derniers jours. Disponibilité : part des 90 derniers jours sans coupure déclarée. Coûts en FCFA, d’après des hypothèses à confirmer : /connectivite/hypotheses.',
  licence:
    'Données publiques, réutilisables en citant l’Association nationale des communes du Bénin (CC BY 4.0, à confirmer par l’association)',
  produitLe: toDay(now),
})

function reply(name: string, type: string, lines: AsyncIterable<string>): Reply {
  return {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'content-disposition': `inline; filename="connectivite.${name}"`,
      'access-control-allow-origin': '*',
    },
    body: Readable.from(lines),
  }
}

const limit = { points: 30, seconds: 60 }
const common = { load: () => null, allow: everyone, limit }

export const publishedSitesRoutes: Route[] = [
  endpoint('/connectivite/donnees.csv', {
    ...common,
    reply: (_, { platform }) => reply('csv', 'text/csv', writeCsv(platform)),
  }),
  endpoint('/connectivite/donnees.json', {
    ...common,
    reply: (_, { platform, now }) =>
      reply('json', 'application/json', writeList(platform, about(now), 'lieux', toRecord)),
  }),
  endpoint('/connectivite/donnees.geojson', {
    ...common,
    reply: (_, { platform, now }) => {
      const head = { type: 'FeatureCollection', ...about(now) }
      return reply(
        'geojson',
        'application/geo+json',
        writeList(platform, head, 'features', toFeature),
      )
    },
  }),
]

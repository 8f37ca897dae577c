/** The values of an indicator, or of a commune, with their history, as a spreadsheet opens them. */
import {
  type Category,
  categoryLabels,
  getCommuneBySlug,
  listCommunes,
  listDepartments,
} from '#modules/directory/index.ts'
import type { Db } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import { toDay } from '#platform/format.ts'
import { everyone } from '#platform/policy.ts'
import { byteOrderMark, writeCsvLine } from '#platform/tables/csv.rules.ts'
import { endpoint } from '#platform/web.ts'
import { getDefinition, type IndicatorCode, isIndicator } from './indicator.lists.ts'
import { type HistoryRow, listHistory } from './indicator.queries.ts'
import type { Scope } from './indicator.types.ts'

const header = [
  ...['indicateur', 'libelle', 'portee', 'code', 'nom', 'jour'],
  ...['valeur', 'unite', 'numerateur', 'denominateur', 'compte_le'],
]

const limit = { points: 30, seconds: 60 }

export const indicatorCsv = endpoint('/indicateurs/:code.csv', {
  load: async ({ code }, { db }) => {
    const indicator = orNotFound(isIndicator(code) ? code : undefined)
    return {
      name: indicator as string,
      rows: await listHistory(db, { indicator }),
      tellScope: await loadScopes(db),
    }
  },
  allow: everyone,
  limit,
  reply: ({ name, rows, tellScope }) => replyWithRows(`indicateur-${name}`, rows, tellScope),
})

export const communeIndicatorsCsv = endpoint('/communes/:slug/indicateurs.csv', {
  load: async ({ slug }, { db }) => {
    const { id, name } = await getCommuneBySlug(db, slug)
    return { slug, name, rows: await listHistory(db, { communeId: id }) }
  },
  allow: everyone,
  limit,
  reply: ({ slug, name, rows }) =>
    replyWithRows(`indicateurs-${slug}`, rows, () => ['commune', slug, name]),
})

type TellScope = (scope: Scope) => readonly [kind: string, code: string, name: string]

async function loadScopes(db: Db): Promise<TellScope> {
  const departments = new Map((await listDepartments(db)).map(({ code, name }) => [code, name]))
  const communes = new Map((await listCommunes(db)).map((commune) => [commune.id, commune]))
  return ({ groupKey, communeId }) => {
    if (communeId !== null) {
      const commune = communes.get(communeId)
      return ['commune', commune?.slug ?? '', commune?.name ?? '']
    }
    if (groupKey === '') return ['pays', '', 'Bénin']
    const department = departments.get(groupKey)
    return department
      ? ['departement', groupKey, department]
      : ['categorie', groupKey, categoryLabels[groupKey as Category] ?? '']
  }
}

function replyWithRows(name: string, rows: readonly HistoryRow[], tellScope: TellScope) {
  return {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
    },
    body:
      byteOrderMark +
      [header, ...rows.map((row) => toCells(row, tellScope))].map(writeCsvLine).join(''),
  }
}

const unitNames = {
  ...{ percent: '%', level: 'sur 5', days: 'jours', count: 'nombre', ratio: 'par appel' },
} as const

function toCells(row: HistoryRow, tellScope: TellScope) {
  const { label, unit } = getDefinition(row.indicator as IndicatorCode)
  const { indicator, day, value, numerator, denominator } = row
  return [
    ...[indicator, label, ...tellScope(row), day, value],
    unitNames[unit],
    numerator,
    denominator,
    toDay(row.computedAt),
  ]
}

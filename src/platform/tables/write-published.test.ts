import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { sql } from 'kysely'
import { useDatabase } from '#test/database.ts'
import { publishTable, readPublic, type Source, toPoint } from './published-table.ts'
import { type TableFormat, writeTable } from './write-published.ts'

interface Well {
  readonly code: string
  readonly latitude: number | null
  readonly tested: Date
}

const wells: readonly Well[] = [
  { code: 'P1', latitude: 7.5, tested: new Date('2026-11-02T08:00:00Z') },
  { code: '=P2', latitude: null, tested: new Date('2026-11-03T08:00:00Z') },
]

const table = publishTable<Well>({
  columns: {
    code: { kind: 'text', meaning: 'Numéro du puits.', read: ({ code }) => code },
    latitude: {
      ...{ kind: 'decimal', meaning: 'Où il est.', isCoordinate: true },
      read: ({ latitude }) => latitude,
    },
    controle_le: { kind: 'moment', meaning: 'Dernier contrôle.', read: ({ tested }) => tested },
  },
  idOf: ({ code }) => code,
  locate: ({ latitude }) => toPoint(latitude, 2.2),
  readRows: async function* () {
    yield* wells
  },
})

async function write(format: TableFormat): Promise<string> {
  const rows = table.readRows({} as Source)
  const heading = { about: { licence: 'à confirmer' }, list: 'puits' }
  let text = ''
  for await (const part of writeTable(table, format, rows, heading)) text += part
  return text
}

describe('a published table', () => {
  test('opens in a spreadsheet, where nothing in it runs', async () => {
    const [head, first, second] = (await write('csv')).split('\r\n')
    assert.equal(head, '\ufeffcode;latitude;controle_le')
    assert.equal(first, 'P1;7.5;2026-11-02T08:00:00.000Z')
    assert.equal(second, "'=P2;;2026-11-03T08:00:00.000Z")
  })

  test('is JSON, with its terms before its rows', async () => {
    const { licence, puits } = JSON.parse(await write('json'))
    assert.equal(licence, 'à confirmer')
    assert.deepEqual(puits[1], {
      ...{ code: '=P2', latitude: null },
      controle_le: '2026-11-03T08:00:00.000Z',
    })
  })

  test('is a map, longitude first; what is nowhere has no geometry', async () => {
    const { features, licence } = JSON.parse(await write('geojson'))
    assert.equal(licence, 'à confirmer')
    assert.deepEqual(features[0].geometry, { type: 'Point', coordinates: [2.2, 7.5] })
    assert.equal(features[0].id, 'P1')
    assert.deepEqual(Object.keys(features[0].properties), ['code', 'controle_le'])
    assert.equal(features[1].geometry, null)
  })

  test('is well formed without a row', async () => {
    const none = async function* () {}
    for (const format of ['json', 'geojson'] as const) {
      let text = ''
      for await (const part of writeTable(table, format, none(), { about: {}, list: 'puits' }))
        text += part
      assert.deepEqual(JSON.parse(text)[format === 'json' ? 'puits' : 'features'], [])
    }
  })
})

describe('public rows', () => {
  test('are read on from the last one, as a visitor, until there are none', async () => {
    const database = await useDatabase()
    after(() => database.close())
    const rows = readPublic<{ n: number; reader: string }>(database, async (own, last) => {
      const query = sql<{ n: number; reader: string }>`
        select n, current_setting('cauri.kind') || current_setting('transaction_read_only') as reader
        from generate_series(1, 7) as n where n > ${last?.n ?? 0} order by n limit 3`
      return (await query.execute(own)).rows
    })
    const found: { n: number; reader: string }[] = []
    for await (const row of rows) found.push(row)
    assert.deepEqual(
      found.map(({ n }) => n),
      [1, 2, 3, 4, 5, 6, 7],
    )
    assert.ok(found.every(({ reader }) => reader === 'on'))
  })
})

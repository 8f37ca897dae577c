/** Writes a published table as it is read: as a spreadsheet, a program or a map wants it. */
import { Readable } from 'node:stream'
import type { Reply } from '../web.ts'
import { byteOrderMark, writeCsvLine } from './csv.rules.ts'
import type { PublishedRow, PublishedTable } from './published-table.ts'

export const tableFormats = ['csv', 'json', 'geojson'] as const
export type TableFormat = (typeof tableFormats)[number]

export const formatMediaTypes: Readonly<Record<TableFormat, string>> = {
  csv: 'text/csv',
  json: 'application/json',
  geojson: 'application/geo+json',
}

type Rows = AsyncIterable<PublishedRow>

/** What is said of the whole before its rows, in the formats that have a place for it. */
interface Heading {
  readonly about: Readonly<Record<string, string>>
  /** The name of the list of rows, in JSON. */
  readonly list: string
}

export function writeTable(
  table: PublishedTable,
  format: TableFormat,
  rows: Rows,
  { about, list }: Heading,
): AsyncIterable<string> {
  if (format === 'csv') return writeCsv(table, rows)
  if (format === 'json') return writeList(rows, about, list, toRecord(table))
  const head = { type: 'FeatureCollection', ...about }
  return writeList(rows, head, 'features', toFeature(table))
}

export function replyWithTable(name: string, format: TableFormat, lines: AsyncIterable<string>) {
  return {
    headers: {
      'content-type': `${formatMediaTypes[format]}; charset=utf-8`,
      'content-disposition': `inline; filename="${name}.${format}"`,
      'access-control-allow-origin': '*',
    },
    body: Readable.from(lines),
  } satisfies Reply
}

async function* writeCsv({ fields }: PublishedTable, rows: Rows) {
  yield byteOrderMark + writeCsvLine(fields.map(({ name }) => name))
  for await (const { cells } of rows) yield writeCsvLine(cells)
}

async function* writeList(
  rows: Rows,
  head: object,
  list: string,
  shape: (row: PublishedRow) => object,
) {
  yield JSON.stringify({ ...head, [list]: [] }).slice(0, -2)
  let comma = ''
  for await (const row of rows) {
    yield `${comma}\n${JSON.stringify(shape(row))}`
    comma = ','
  }
  yield '\n]}\n'
}

function toRecord({ fields }: PublishedTable) {
  return ({ cells }: PublishedRow) =>
    Object.fromEntries(fields.map(({ name }, at) => [name, cells[at] ?? null]))
}

/** The geometry says where: its numbers are not told twice. */
function toFeature({ fields }: PublishedTable) {
  const told = fields.flatMap(({ name, isCoordinate }, at) => (isCoordinate ? [] : [{ name, at }]))
  return ({ id, cells, geometry }: PublishedRow) => ({
    type: 'Feature',
    id,
    geometry,
    properties: Object.fromEntries(told.map(({ name, at }) => [name, cells[at] ?? null])),
  })
}

/** A table that everybody may take away: what each field means and how its rows are read, said once for every file made of it. */
import type { Geometry } from 'geojson'
import { visitor } from '../actor.ts'
import { type Db, readAs } from '../database.ts'
import type { Platform } from '../web.ts'
import type { Cell } from './csv.rules.ts'

export type FieldKind =
  | 'text'
  | 'code'
  | 'integer'
  | 'decimal'
  | 'yesNo'
  | 'day'
  | 'moment'
  | 'address'
  | 'texts'
  | 'codes'

/** In French, as the names of the fields are: the files are in French, whoever asks for them. */
export interface Field {
  /** In the files; it does not change. */
  readonly name: string
  readonly kind: FieldKind
  readonly meaning: string
  readonly unit?: string
  /** What each code stands for. */
  readonly codes?: Readonly<Record<string, string>>
  /** Latitude or longitude: a map says it by its geometry. */
  readonly isCoordinate?: boolean
}

/** A field and how it is read from a row. */
export interface Column<Row> extends Omit<Field, 'name'> {
  readonly read: (row: Row) => Cell
}

export interface PublishedRow {
  readonly id: string
  readonly cells: readonly Cell[]
  readonly geometry: Geometry | null
}

/** Values of the address that narrow a table: { commune: 'glazoue' }. */
export type Narrowing = Readonly<Record<string, string>>

export type Source = Pick<Platform, 'db' | 'config'>

export interface PublishedTable {
  readonly fields: readonly Field[]
  readonly isMapped: boolean
  readonly readRows: (source: Source, narrowing?: Narrowing) => AsyncIterable<PublishedRow>
}

interface TableParts<Row> {
  readonly columns: Readonly<Record<string, Column<Row>>>
  /** The same from one day to the next. */
  readonly idOf: (row: Row) => string
  /** Where a row is; null when that is not known. A table without it has no map. */
  readonly locate?: (row: Row) => Geometry | null
  readonly readRows: (source: Source, narrowing: Narrowing) => AsyncIterable<Row>
}

export function publishTable<Row>(parts: TableParts<Row>): PublishedTable {
  const { columns, idOf, locate, readRows } = parts
  const reads = Object.values(columns).map(({ read }) => read)
  return {
    fields: Object.entries(columns).map(([name, { read: _, ...field }]) => ({ name, ...field })),
    isMapped: locate !== undefined,
    async *readRows(source, narrowing = {}) {
      for await (const row of readRows(source, narrowing))
        yield {
          id: idOf(row),
          cells: reads.map((read) => read(row)),
          geometry: locate?.(row) ?? null,
        }
    },
  }
}

/**
 * Public rows, a batch at a time, each in a transaction of its own: a slow reader holds no connection. A batch begins after the
 * last row of the one before.
 */
export async function* readPublic<Row>(
  { db }: Pick<Source, 'db'>,
  readAfter: (own: Db, last: Row | null) => Promise<readonly Row[]>,
): AsyncGenerator<Row> {
  let last: Row | null = null
  do {
    const from: Row | null = last
    const rows: readonly Row[] = await readAs(db, visitor, (own) => readAfter(own, from))
    yield* rows
    last = rows.at(-1) ?? null
  } while (last !== null)
}

/** As GeoJSON wants it: longitude first, nothing where nothing is known. */
export function toPoint(latitude: number | null, longitude: number | null): Geometry | null {
  if (latitude === null || longitude === null) return null
  return { type: 'Point', coordinates: [longitude, latitude] }
}

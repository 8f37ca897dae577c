/** Writes tables as files that a spreadsheet opens, all as they stood at one moment, without holding any of them whole. */
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { PoolClient } from 'pg'
import { readInBatches } from '../database/read-rows.ts'
import type { Connection } from '../database.ts'
import { byteOrderMark, type Cell, writeCsvLine } from './csv.rules.ts'

export interface ExportedTable {
  /** Without its extension. */
  readonly file: string
  /** For whoever opens the folder. */
  readonly holds: string
  /** Names people, or what they said. */
  readonly isPersonal?: boolean
  /** In the module's own schema; its columns are the file's. */
  readonly query: string
  /** Columns that hold an organisation, and what the column of its name is called. */
  readonly organisations?: Readonly<Record<string, string>>
}

export interface WrittenTable extends ExportedTable {
  readonly rows: number
}

/** The folder is made when missing, and must be empty: two exports are never mixed. */
export async function exportTables(
  { pool }: Pick<Connection, 'pool'>,
  directory: string,
  tables: readonly ExportedTable[],
  names: ReadonlyMap<string, string>,
): Promise<WrittenTable[] | 'notEmpty'> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  if ((await readdir(directory)).length > 0) return 'notEmpty'
  const client = await pool.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    await client.query("select set_config('cauri.kind', 'system', true)")
    const written: WrittenTable[] = []
    for (const table of tables)
      written.push({ ...table, rows: await writeTable(client, directory, table, names) })
    return written
  } finally {
    client.release(true)
  }
}

async function writeTable(
  client: PoolClient,
  directory: string,
  table: ExportedTable,
  names: ReadonlyMap<string, string>,
): Promise<number> {
  const columns = await listColumns(client, table)
  let count = 0
  async function* writeLines() {
    yield byteOrderMark + writeCsvLine(columns.flatMap((column) => nameColumns(table, column)))
    for await (const rows of readInBatches<Record<string, Cell>>(client, table.query)) {
      count += rows.length
      yield rows.map((row) => writeRow(table, columns, row, names)).join('')
    }
  }
  const file = path.join(directory, `${table.file}.csv`)
  await pipeline(Readable.from(writeLines()), createWriteStream(file, { mode: 0o600 }))
  return count
}

async function listColumns(client: PoolClient, { query }: ExportedTable): Promise<string[]> {
  const { fields } = await client.query(`select * from (${query}) as shape limit 0`)
  return fields.map(({ name }) => name)
}

function nameColumns({ organisations }: ExportedTable, column: string): string[] {
  const name = organisations?.[column]
  return name === undefined ? [column] : [column, name]
}

function writeRow(
  { organisations = {} }: ExportedTable,
  columns: readonly string[],
  row: Readonly<Record<string, Cell>>,
  names: ReadonlyMap<string, string>,
): string {
  return writeCsvLine(
    columns.flatMap((column) => {
      const cell = row[column] ?? null
      return column in organisations ? [cell, names.get(String(cell)) ?? null] : [cell]
    }),
  )
}

/** What each file holds, for whoever receives the folder. */
export async function describeExport(
  directory: string,
  tables: readonly WrittenTable[],
  day: string,
): Promise<void> {
  const lines = tables.map(
    ({ file, holds, rows, isPersonal }) =>
      `- ${file}.csv (${rows} lignes) : ${holds}${isPersonal ? ' Données personnelles.' : ''}`,
  )
  const text = `Données de Cauri au ${day}

${lines.join('\n')}

Les fichiers sont en UTF-8, séparés par des points-virgules ; la première ligne nomme les colonnes. Les listes sont séparées
par « | », les dates sont au format AAAA-MM-JJ (les heures en temps universel), les montants en FCFA. Les codes (statuts, domaines)
sont expliqués par le glossaire de Cauri, docs/glossary.md.

Ce dossier contient des données personnelles : ne le donnez qu’à qui doit les connaître, chiffré, et effacez-le ensuite.
`
  await writeFile(path.join(directory, 'LISEZ-MOI.txt'), text, { mode: 0o600 })
}

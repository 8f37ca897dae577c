/** Takes the lines of a backup one after the other: rows into their tables, bytes into the store. */
import { Readable } from 'node:stream'
import type { ClientBase } from 'pg'
import type { FileStore } from '../files.ts'
import { type AppliedMigration, listMigrations, type Table } from './tables.ts'

/** The operator can do something about it; the message, in French, says what. */
export class NotRestored extends Error {}

const damaged = 'Ce fichier n’est pas une sauvegarde entière de Cauri.'

interface Header {
  readonly version: number
  readonly migrations: readonly AppliedMigration[]
  /** Base64; null where the operator keeps the secret. */
  readonly secret: string | null
}

const rowsAtOnce = 500

export class BackupReader {
  readonly counts = { rows: 0, files: 0 }
  header: Header | null = null
  readonly #client: ClientBase
  readonly #tables: ReadonlyMap<string, Table>
  readonly #files: FileStore
  #table: Table | undefined
  #rows: string[] = []
  #file: { readonly sha256: string; readonly bytes: Buffer[] } | null = null
  #isWhole = false

  constructor(client: ClientBase, tables: readonly Table[], files: FileStore) {
    this.#client = client
    this.#tables = new Map(tables.map((table) => [table.name, table]))
    this.#files = files
  }

  async readAll(lines: AsyncIterable<string>): Promise<Header> {
    for await (const line of lines) await this.#read(line.slice(0, 2), line.slice(2))
    if (!this.#isWhole || this.header === null) throw new NotRestored(damaged)
    return this.header
  }

  async #read(kind: string, body: string): Promise<void> {
    if (kind === 'R ') return this.#addRow(body)
    if (kind === 'B ') return void this.#file?.bytes.push(Buffer.from(body, 'base64'))
    await this.#keepRows()
    await this.#keepFile()
    if (kind === 'H ') await this.#begin(JSON.parse(body) as Header)
    else if (kind === 'T ') this.#table = this.#tables.get(body)
    else if (kind === 'F ') this.#file = { sha256: body, bytes: [] }
    else if (kind === 'E ') this.#isWhole = body === JSON.stringify(this.counts)
    else throw new NotRestored(damaged)
  }

  /** Rows fit the tables of the version that wrote them; newer versions know how to bring those up to date. */
  async #begin(header: Header): Promise<void> {
    const here = JSON.stringify(await listMigrations(this.#client))
    if (header.version !== 1 || JSON.stringify(header.migrations) !== here)
      throw new NotRestored(
        'Cette sauvegarde vient d’une autre version de Cauri : restaurez-la avec cette version-là, puis mettez à jour.',
      )
    this.header = header
  }

  async #addRow(row: string): Promise<void> {
    this.#rows.push(row)
    if (this.#rows.length >= rowsAtOnce) await this.#keepRows()
  }

  async #keepRows(): Promise<void> {
    const rows = this.#rows
    if (rows.length === 0) return
    if (!this.#table || this.header === null) throw new NotRestored(damaged)
    const { name, columns } = this.#table
    await this.#client.query(
      `insert into ${name} (${columns}) select ${columns} from json_populate_recordset(null::${name}, $1)`,
      [`[${rows.join(',')}]`],
    )
    this.counts.rows += rows.length
    this.#rows = []
  }

  async #keepFile(): Promise<void> {
    if (this.#file === null) return
    const { sha256, bytes } = this.#file
    const outcome = await this.#files.store(
      Readable.from(bytes),
      Number.POSITIVE_INFINITY,
      'backup',
    )
    if (!outcome.ok || outcome.content.sha256 !== sha256) throw new NotRestored(damaged)
    this.counts.files++
    this.#file = null
  }
}

/** The lines of a compressed file, without ever holding it whole. */
export async function* readLines(bytes: AsyncIterable<string>): AsyncIterable<string> {
  let rest = ''
  try {
    for await (const chunk of bytes) {
      const lines = (rest + chunk).split('\n')
      rest = lines.pop() ?? ''
      yield* lines
    }
  } catch (error) {
    if (!/^Z_/.test((error as NodeJS.ErrnoException).code ?? '')) throw error
    throw new NotRestored(damaged, { cause: error })
  }
  if (rest !== '') throw new NotRestored(damaged)
}

/**
 * Writes the files of open data: a row at a time to the store, which names them by their SHA-256. What is told of a file is thus
 * true of the bytes that are sent, however many read it and however long they take.
 */
import { Readable } from 'node:stream'
import { system } from '#platform/actor.ts'
import { type Db, writeAs } from '#platform/database.ts'
import { addJob } from '#platform/events.ts'
import { listHeld } from '#platform/files/file-records.ts'
import { openLicence } from '#platform/tables/open-licence.ts'
import type { PublishedRow, PublishedTable } from '#platform/tables/published-table.ts'
import { type TableFormat, writeTable } from '#platform/tables/write-published.ts'
import type { Platform } from '#platform/web.ts'
import type { Dataset } from './dataset.types.ts'
import { type DatasetFile, findFile, isWritten } from './dataset-file.queries.ts'
import { listFormats } from './dataset-format.rules.ts'
import { datasets } from './datasets.ts'

/** Asked for later than that, a file is written anew before it is sent. */
const freshForMs = 10 * 60_000
const partBytes = 64_000

const underWay = new Map<string, Promise<DatasetFile>>()

/** As it is, or written now; those who ask meanwhile wait for the same writing. */
export async function getFreshFile(
  platform: Platform,
  dataset: Dataset & { readonly table: PublishedTable },
  format: TableFormat,
  now: Date,
): Promise<DatasetFile> {
  const known = await findFile(platform.db, dataset.slug, format)
  if (known && now.getTime() - known.checkedAt.getTime() < freshForMs) return known
  return writeOnce(platform, dataset, format, now)
}

function writeOnce(...asked: Parameters<typeof writeFile>): Promise<DatasetFile> {
  const [, { slug }, format] = asked
  const key = `${slug}.${format}`
  const writing = underWay.get(key) ?? writeFile(...asked).finally(() => underWay.delete(key))
  underWay.set(key, writing)
  return writing
}

export async function writeFile(
  platform: Platform,
  dataset: Dataset & { readonly table: PublishedTable },
  format: TableFormat,
  now: Date,
): Promise<DatasetFile> {
  const { slug, title, holds, table } = dataset
  let rowCount = 0
  async function* count(rows: AsyncIterable<PublishedRow>) {
    for await (const row of rows) {
      rowCount++
      yield row
    }
  }
  const about = { titre: title, definition: holds, licence: openLicence.terms }
  const rows = count(table.readRows(platform))
  const lines = writeTable(table, format, rows, { about, list: 'lignes' })
  const stored = await platform.files.store(Readable.from(toParts(lines)), Number.MAX_SAFE_INTEGER)
  if (!stored.ok) throw new Error(`${slug}.${format} was not kept: ${stored.because}`)
  const { sha256, sizeBytes } = stored.content
  return keepFile(platform, { dataset: slug, format, sha256, sizeBytes, rowCount }, now)
}

type Written = Pick<DatasetFile, 'dataset' | 'format' | 'sha256' | 'sizeBytes' | 'rowCount'>

/** The bytes before last are forgotten: nobody reads them any more, unless somebody keeps the same in a file of theirs. */
async function keepFile(
  { db, files }: Platform,
  written: Written,
  now: Date,
): Promise<DatasetFile> {
  const { file, spent } = await writeAs(db, system, async (own) => {
    const known = await findFile(own, written.dataset, written.format)
    const isSame = known?.sha256 === written.sha256
    const file: DatasetFile = {
      ...written,
      previousSha256: (isSame ? known.previousSha256 : known?.sha256) ?? null,
      changedAt: isSame ? known.changedAt : now,
      checkedAt: now,
    }
    await saveFile(own, file)
    return { file, spent: isSame ? null : await findSpent(own, known?.previousSha256 ?? null) }
  })
  if (spent) await files.remove(spent)
  return file
}

async function findSpent(db: Db, last: string | null): Promise<string | null> {
  if (last === null || (await isWritten(db, last))) return null
  const held = await listHeld(db, [last])
  return held.has(last) ? null : last
}

async function saveFile(db: Db, file: DatasetFile): Promise<void> {
  const { dataset: _, format: __, ...changing } = file
  await db
    .insertInto('opendata.datasetFile')
    .values(file)
    .onConflict((on) => on.columns(['dataset', 'format']).doUpdateSet(changing))
    .execute()
}

async function* toParts(lines: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let text = ''
  for await (const line of lines) {
    text += line
    if (text.length < partBytes) continue
    yield Buffer.from(text)
    text = ''
  }
  yield Buffer.from(text)
}

export const writeTask = 'write-dataset-files'

/** Every file, so that what the catalogue tells of them is of today. */
export async function writeAllFiles(platform: Platform, now: Date): Promise<void> {
  for (const { table, ...dataset } of datasets) {
    if (!table) continue
    for (const format of listFormats({ table }))
      await writeFile(platform, { ...dataset, table }, format, now)
  }
}

/** Once the process has started: a new installation has a catalogue at once. */
export const askForFiles = (db: Db) => addJob(db, writeTask, {}, { key: writeTask })

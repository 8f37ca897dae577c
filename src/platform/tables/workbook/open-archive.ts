/** The parts of a workbook, which is an archive. What it says of its size is believed only to refuse; what comes out is counted. */

import type { Readable } from 'node:stream'
import yauzl from 'yauzl'
import { t } from '../../i18n.ts'
import { type RowLimits, UnreadableTable } from '../source-row.types.ts'

const maxParts = 2_000

const damaged = () =>
  t('Ce classeur est abîmé : ouvrez-le dans votre tableur et enregistrez-le de nouveau.')
const tooBig = () =>
  t(
    'Ce classeur est trop gros une fois ouvert : gardez seulement la feuille et les colonnes à importer.',
  )

export interface Archive {
  readonly has: (name: string) => boolean
  /** The bytes of a part, never more than the limit. */
  readonly read: (name: string) => AsyncIterable<Buffer>
}

export async function openArchive(
  bytes: Buffer,
  { maxInflated }: Pick<RowLimits, 'maxInflated'>,
): Promise<Archive> {
  const archive = await open(bytes)
  const entries = await listEntries(archive)
  return {
    has: (name) => entries.has(name),
    async *read(name) {
      const entry = entries.get(name)
      if (!entry) throw new UnreadableTable(damaged())
      if (entry.uncompressedSize > maxInflated) throw new UnreadableTable(tooBig())
      let size = 0
      try {
        for await (const piece of (await inflate(archive, entry)) as AsyncIterable<Buffer>) {
          size += piece.length
          if (size > maxInflated) throw new UnreadableTable(tooBig())
          yield piece
        }
      } catch (error) {
        throw error instanceof UnreadableTable ? error : new UnreadableTable(damaged())
      }
    },
  }
}

function open(bytes: Buffer): Promise<yauzl.ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (error, archive) =>
      error ? reject(new UnreadableTable(damaged())) : resolve(archive),
    )
  })
}

function listEntries(archive: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  const entries = new Map<string, yauzl.Entry>()
  return new Promise((resolve, reject) => {
    archive.on('entry', (entry: yauzl.Entry) => {
      entries.set(entry.fileName.replace(/^\//, ''), entry)
      if (entries.size > maxParts) reject(new UnreadableTable(tooBig()))
      else archive.readEntry()
    })
    archive.on('end', () => resolve(entries))
    archive.on('error', () => reject(new UnreadableTable(damaged())))
    archive.readEntry()
  })
}

function inflate(archive: yauzl.ZipFile, entry: yauzl.Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    archive.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)))
  })
}

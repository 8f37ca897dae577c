/** The bytes of a stream, aside on the disk and flushed, until their hash says how they are called. */
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import type { Origin } from '../files.ts'
import { type Hazard, inspectFile } from './inspect-file.ts'

type Draft =
  | {
      readonly ok: true
      /** Whoever asked moves it or removes it. */
      readonly file: string
      readonly sha256: string
      readonly sizeBytes: number
      readonly mediaType: string
    }
  | { readonly ok: false; readonly because: 'tooLarge' | 'empty' | Hazard }

export async function writeDraft(
  directory: string,
  bytes: Readable,
  maxBytes: number,
  origin: Origin = 'outside',
): Promise<Draft> {
  await mkdir(directory, { recursive: true })
  const file = path.join(directory, `${randomUUID()}.draft`)
  try {
    const written = await write(file, bytes, maxBytes)
    const kept = typeof written === 'string' ? written : await admit(file, written, origin)
    if (typeof kept !== 'string') return { ok: true, file, ...kept }
    await rm(file, { force: true })
    return { ok: false, because: kept }
  } catch (error) {
    await rm(file, { force: true })
    throw error
  }
}

/** Or what is wrong with it. */
async function admit<Written>(file: string, written: Written, origin: Origin) {
  const { mediaType, hazard } = await inspectFile(file)
  return (origin === 'outside' && hazard) || { ...written, mediaType }
}

async function write(file: string, bytes: Readable, maxBytes: number) {
  const hash = createHash('sha256')
  const opened = await open(file, 'wx', 0o640)
  let sizeBytes = 0
  try {
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      sizeBytes += chunk.length
      if (sizeBytes > maxBytes) continue
      hash.update(chunk)
      await opened.appendFile(chunk)
    }
    await opened.sync()
  } finally {
    await opened.close()
  }
  if (sizeBytes > maxBytes || isCut(bytes)) return 'tooLarge'
  return sizeBytes === 0 ? 'empty' : { sha256: hash.digest('hex'), sizeBytes }
}

/** The form parser cuts a stream at its own limit and says so on it. */
function isCut(bytes: Readable): boolean {
  return (bytes as Readable & { truncated?: boolean }).truncated === true
}

/** Files on the server's disk, named by the SHA-256 of their content: the same bytes are kept once. */
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import type { Config } from '../config.ts'
import { NotFound } from '../errors.ts'
import type { FileStore, StoreOutcome } from '../files.ts'
import { detectMediaType } from './media-type.ts'

export function createFileStore({ dataDirectory }: Pick<Config, 'dataDirectory'>): FileStore {
  const root = path.join(dataDirectory, 'files')
  const pathOf = (sha256: string) => path.join(root, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  return {
    store: (bytes, maxBytes) => store(root, pathOf, bytes, maxBytes),
    async open(sha256) {
      const file = pathOf(sha256)
      if (!existsSync(file)) throw new NotFound()
      return createReadStream(file)
    },
    remove: (sha256) => rm(pathOf(sha256), { force: true }),
  }
}

/** Written aside, flushed, then named: a cut leaves a stray draft, never half a file under its final name. */
async function store(
  root: string,
  pathOf: (sha256: string) => string,
  bytes: Readable,
  maxBytes: number,
): Promise<StoreOutcome> {
  await mkdir(root, { recursive: true })
  const draft = path.join(root, `${randomUUID()}.draft`)
  try {
    const written = await write(draft, bytes, maxBytes)
    if (written === 'tooLarge' || written === 'empty') return { ok: false, because: written }
    const final = pathOf(written.sha256)
    await mkdir(path.dirname(final), { recursive: true })
    await rename(draft, final)
    return { ok: true, content: { ...written, mediaType: await detectMediaType(final) } }
  } finally {
    await rm(draft, { force: true })
  }
}

async function write(draft: string, bytes: Readable, maxBytes: number) {
  const hash = createHash('sha256')
  const file = await open(draft, 'wx', 0o640)
  let sizeBytes = 0
  try {
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      sizeBytes += chunk.length
      if (sizeBytes > maxBytes) continue
      hash.update(chunk)
      await file.appendFile(chunk)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  if (sizeBytes > maxBytes || isCut(bytes)) return 'tooLarge'
  return sizeBytes === 0 ? 'empty' : { sha256: hash.digest('hex'), sizeBytes }
}

/** The form parser cuts a stream at its own limit and says so on it. */
function isCut(bytes: Readable): boolean {
  return (bytes as Readable & { truncated?: boolean }).truncated === true
}

/** Where files are kept: on the server's disk, or in the S3-compatible storage that the operator configured. */
import { createReadStream, existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Config } from '../config.ts'
import { NotFound } from '../errors.ts'
import type { FileStore } from '../files.ts'
import { createObjectStore } from './object-store.ts'
import { writeDraft } from './write-draft.ts'

export function createFileStore({
  dataDirectory,
  objectStorage = null,
}: Pick<Config, 'dataDirectory'> & Partial<Pick<Config, 'objectStorage'>>): FileStore {
  return objectStorage === null
    ? createDiskStore(dataDirectory)
    : createObjectStore(objectStorage, dataDirectory)
}

/** Named by the SHA-256 of their content: the same bytes are kept once. */
function createDiskStore(dataDirectory: string): FileStore {
  const root = path.join(dataDirectory, 'files')
  const pathOf = (sha256: string) => path.join(root, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  return {
    /** A cut leaves a stray draft, never half a file under its final name. */
    async store(bytes, maxBytes, origin) {
      const draft = await writeDraft(root, bytes, maxBytes, origin)
      if (!draft.ok) return draft
      const { file, sha256, sizeBytes, mediaType } = draft
      const final = pathOf(sha256)
      try {
        await mkdir(path.dirname(final), { recursive: true })
        await rename(file, final)
      } finally {
        await rm(file, { force: true })
      }
      return { ok: true, content: { sha256, sizeBytes, mediaType } }
    },
    async open(sha256) {
      const file = pathOf(sha256)
      if (!existsSync(file)) throw new NotFound()
      return createReadStream(file)
    },
    remove: (sha256) => rm(pathOf(sha256), { force: true }),
  }
}

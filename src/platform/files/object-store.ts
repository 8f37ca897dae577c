/** Files in S3-compatible storage, under the SHA-256 of their content. They pass by the disk: a hash is known at the end. */
import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { NotFound } from '../errors.ts'
import type { FileStore } from '../files.ts'
import { createObjectClient, type ObjectStorage } from './object-client.ts'
import { writeDraft } from './write-draft.ts'

const pausesMs = [200, 1000]

export function createObjectStore(storage: ObjectStorage, dataDirectory: string): FileStore {
  const client = createObjectClient(storage)
  const drafts = path.join(dataDirectory, 'files')
  return {
    async store(bytes, maxBytes, origin) {
      const draft = await writeDraft(drafts, bytes, maxBytes, origin)
      if (!draft.ok) return draft
      const { file, sha256, sizeBytes, mediaType } = draft
      try {
        await insist(async () => {
          if (await client.has(sha256)) return
          await client.put(sha256, { bytes: createReadStream(file), sizeBytes, sha256 })
        })
        return { ok: true, content: { sha256, sizeBytes, mediaType } }
      } finally {
        await rm(file, { force: true })
      }
    },
    async open(sha256) {
      const found = await insist(() => client.find(sha256))
      if (!found) throw new NotFound()
      return found
    },
    remove: (sha256) => insist(() => client.remove(sha256)),
  }
}

/** A network blinks: the same bytes under the same name may be sent again. */
async function insist<T>(attempt: () => Promise<T>): Promise<T> {
  for (const pause of pausesMs) {
    try {
      return await attempt()
    } catch {
      await sleep(pause)
    }
  }
  return attempt()
}

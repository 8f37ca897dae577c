/** Files by the hash of their content. What a name or a browser claims of a file is never believed. */
import type { Readable } from 'node:stream'

export interface StoredContent {
  readonly sha256: string
  readonly sizeBytes: number
  /** Found in the bytes themselves; 'application/octet-stream' when unknown. */
  readonly mediaType: string
}

export type StoreOutcome =
  | { readonly ok: true; readonly content: StoredContent }
  | { readonly ok: false; readonly because: 'tooLarge' | 'empty' }

export interface FileStore {
  /** Keeps the bytes of the stream; reads no further than `maxBytes`. */
  store(bytes: Readable, maxBytes: number): Promise<StoreOutcome>
  open(sha256: string): Promise<Readable>
  /** Forgets the bytes for good; no harm when they are not there. */
  remove(sha256: string): Promise<void>
}

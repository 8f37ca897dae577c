/** Files by the hash of their content. What a name or a browser claims of a file is never believed. */
import type { Readable } from 'node:stream'
import type { Hazard } from './files/inspect-file.ts'

export interface StoredContent {
  readonly sha256: string
  readonly sizeBytes: number
  /** Found in the bytes themselves; 'application/octet-stream' when unknown. */
  readonly mediaType: string
}

/** Why bytes are not kept: their number, something in them that runs, or a picture that no screen could show. */
export type Unkept = 'tooLarge' | 'empty' | Hazard

export type StoreOutcome =
  | { readonly ok: true; readonly content: StoredContent }
  | { readonly ok: false; readonly because: Unkept }

/** What a backup brings back was kept once, by the rules of its day. */
export type Origin = 'outside' | 'backup'

export interface FileStore {
  /** Keeps the bytes of the stream; reads no further than `maxBytes`. */
  store(bytes: Readable, maxBytes: number, origin?: Origin): Promise<StoreOutcome>
  open(sha256: string): Promise<Readable>
  /** Forgets the bytes for good; no harm when they are not there. */
  remove(sha256: string): Promise<void>
}

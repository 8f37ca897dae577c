/**
 * Public pages, compressed, kept until anything changes. Every write transaction notifies `content`
 * (see database/transaction.ts); PostgreSQL delivers it after the commit, and all pages are let go.
 * A page rendered while a change was under way is not kept: the generation tells.
 */
export interface CachedPage {
  readonly etag: string
  readonly body: Buffer
  readonly encoding: string | null
  /** What an answer that is no page says of itself. */
  readonly headers?: Readonly<Record<string, string>>
}

const maxAgeMs = 60_000

export class PageCache {
  readonly #pages = new Map<string, { page: CachedPage; keptAt: number }>()
  readonly #maxBytes: number
  #bytes = 0
  #generation = 0
  /** False while nobody listens for changes: then nothing may be kept. */
  isListening = false

  constructor(maxBytes = 24_000_000) {
    this.#maxBytes = maxBytes
  }

  get generation(): number {
    return this.#generation
  }

  find(key: string, now: number): CachedPage | undefined {
    const entry = this.#pages.get(key)
    if (!entry || now - entry.keptAt > maxAgeMs) return undefined
    return entry.page
  }

  keep(key: string, page: CachedPage, generation: number, now: number): void {
    if (!this.isListening || generation !== this.#generation || key.length > 600) return
    this.#remove(key)
    this.#pages.set(key, { page, keptAt: now })
    this.#bytes += page.body.length
    for (const oldest of this.#pages.keys()) {
      if (this.#bytes <= this.#maxBytes) break
      this.#remove(oldest)
    }
  }

  clear(): void {
    this.#generation++
    this.#pages.clear()
    this.#bytes = 0
  }

  #remove(key: string): void {
    this.#bytes -= this.#pages.get(key)?.page.body.length ?? 0
    this.#pages.delete(key)
  }
}

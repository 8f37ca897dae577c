/**
 * What a paper says of itself in the square at its end, signed: read by the server, by a page and by a file on a phone without a
 * network, so that it imports nothing. « CAURI1.facts.signature », both parts in base64url; the signature covers « CAURI1.facts »
 * (ECDSA P-256 with SHA-256, IEEE P1363).
 */

export interface SealedFacts {
  readonly code: string
  readonly issuer: string
  /** What kind of paper it is, and its title. */
  readonly name: string
  readonly title: string
  readonly reference: string
  /** YYYY-MM-DD. */
  readonly date: string
  /** Whom it was given to. */
  readonly holder: string
}

const mark = 'CAURI1'
const names = ['code', 'issuer', 'name', 'title', 'reference', 'date', 'holder'] as const
/** Longer than any that is printed: what is longer is not read. */
const longest = 2000

/** The part that is signed. */
export function writeFacts(facts: SealedFacts): string {
  const bytes = new TextEncoder().encode(JSON.stringify(names.map((name) => facts[name])))
  return `${mark}.${toBase64Url(bytes)}`
}

export function addSignature(signed: string, signature: Uint8Array): string {
  return `${signed}.${toBase64Url(signature)}`
}

export interface ReadSeal {
  readonly facts: SealedFacts
  readonly signed: Uint8Array<ArrayBuffer>
  readonly signature: Uint8Array<ArrayBuffer>
}

/** From the words of the square, the address it leads to, or what somebody pasted; null when it is none of them. */
export function readSeal(typed: string): ReadSeal | null {
  const found = /CAURI1\.([\w-]+)\.([\w-]+)/.exec(typed.slice(0, longest * 2))
  if (!found || found[0].length > longest) return null
  const [, facts = '', signature = ''] = found
  try {
    const values: unknown = JSON.parse(new TextDecoder().decode(fromBase64Url(facts)))
    if (!Array.isArray(values) || values.length !== names.length) return null
    if (values.some((value) => typeof value !== 'string')) return null
    return {
      facts: Object.fromEntries(names.map((name, index) => [name, values[index]])) as never,
      signed: new TextEncoder().encode(`${mark}.${facts}`),
      signature: fromBase64Url(signature),
    }
  } catch {
    return null
  }
}

function toBase64Url(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replace(/-/g, '+').replace(/_/g, '/'))
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0))
}

/** Identifiers of the demonstration world: the same name always gives the same one, so that links stay. */
import { createHash } from 'node:crypto'
import communes from '#reference/communes.json' with { type: 'json' }
import { associationId } from '#reference/load-reference.ts'

export function demoId(name: string): string {
  const hex = createHash('sha256').update(`cauri:${name}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const codeLetters = '23456789ACDEFHJKMNPQRTVWXY'

/** What the receipt of a demonstration request bears: always the same. */
export function demoTrackingCode(requestId: string): string {
  const bytes = createHash('sha256').update(`tracking:${requestId}`).digest().subarray(0, 10)
  return [...bytes].map((byte) => codeLetters[byte % codeLetters.length]).join('')
}

/** A moment some days before (positive) or after (negative) the one the world is set at. */
export type Ago = (days: number) => Date

const communeIds = new Map(communes.rows.map(({ slug, id }) => [slug, id]))

/** The organisation of a commune's or a startup's slug. */
export function organisationId(slug: string): string {
  return slug === 'ancb' ? associationId : (communeIds.get(slug) ?? demoId(`startup:${slug}`))
}

export function personId(email: string): string {
  return demoId(`person:${email}@demo.example`)
}

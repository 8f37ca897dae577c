/** The exact text of a version, its fingerprint, and what differs between two of them. */
import { createHash } from 'node:crypto'
import { compareTexts, type Piece } from '#platform/text-difference.rules.ts'
import type { FullFramework } from './framework.schema.ts'

/** Signatures are given over this, and nothing else: title, preamble and clauses, in their order. */
export function hashFramework({ version, clauses }: FullFramework): string {
  const { number, title, preamble } = version
  const text = clauses.map(({ key, position, title: heading, body, isMandatory }) => ({
    key,
    position,
    heading,
    body,
    isMandatory,
  }))
  const whole = JSON.stringify({ number, title, preamble, clauses: text })
  return createHash('sha256').update(whole).digest('hex')
}

export interface ClauseChange {
  readonly key: string
  readonly title: string
  readonly kind: 'added' | 'removed' | 'changed'
  readonly pieces: readonly Piece[]
}

/** The clauses that are not the same, in the order of the newer text, then those that are gone. */
export function listClauseChanges(
  before: readonly FullFramework['clauses'][number][],
  after: readonly FullFramework['clauses'][number][],
): ClauseChange[] {
  const old = new Map(before.map((clause) => [clause.key, clause]))
  const kept = new Set(after.map(({ key }) => key))
  const changes = after.flatMap(({ key, title, body }): ClauseChange[] => {
    const former = old.get(key)
    if (!former) return [{ key, title, kind: 'added', pieces: [{ kind: 'added', text: body }] }]
    if (former.body === body && former.title === title) return []
    return [{ key, title, kind: 'changed', pieces: compareTexts(former.body, body) }]
  })
  const gone = before
    .filter(({ key }) => !kept.has(key))
    .map(({ key, title, body }): ClauseChange => {
      return { key, title, kind: 'removed', pieces: [{ kind: 'removed', text: body }] }
    })
  return [...changes, ...gone]
}

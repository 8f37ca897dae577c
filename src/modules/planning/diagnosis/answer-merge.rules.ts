/**
 * Several people answer at once. What somebody was shown, what is stored now and what they send are three texts: only what
 * they changed is written, and never over a change they have not seen.
 */

export type Merged = 'same' | 'write' | 'conflict'

export interface Versions {
  readonly seen: string
  readonly stored: string
  readonly typed: string
}

export function mergeField({ seen, stored, typed }: Versions): Merged {
  if (typed === seen || typed === stored) return 'same'
  return stored === seen ? 'write' : 'conflict'
}

/** An answer and its comment are two fields: one person may write each. */
export function mergeAnswer(answer: Versions, comment: Versions): Merged {
  const merged = [mergeField(answer), mergeField(comment)]
  if (merged.includes('conflict')) return 'conflict'
  return merged.includes('write') ? 'write' : 'same'
}

/** In a list of ticked boxes each box is a field of its own, of two values: nobody can contradict a change unseen. */
export function listTicked(
  codes: readonly string[],
  seen: ReadonlySet<string>,
  typed: ReadonlySet<string>,
): { readonly code: string; readonly isTicked: boolean }[] {
  return codes
    .filter((code) => seen.has(code) !== typed.has(code))
    .map((code) => ({ code, isTicked: typed.has(code) }))
}

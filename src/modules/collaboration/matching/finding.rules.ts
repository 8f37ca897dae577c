/** What a criterion finds: a share of its weight, and the sentence that says why. */
import type { Values } from '#platform/i18n.ts'
import type { NeedFacts, ReasonKind, SolutionFacts } from './matching.types.ts'

export interface Finding {
  /** Between 0 and 1. */
  readonly share: number
  readonly kind: ReasonKind
  /** A French sentence with ICU values. */
  readonly text: string
  readonly values?: Values
}

export interface Criterion {
  readonly code: string
  readonly label: string
  readonly explanation: string
  /** Today as YYYY-MM-DD, for what expires. */
  readonly find: (need: NeedFacts, solution: SolutionFacts, today: string) => Finding
}

export function favour(share: number, text: string, values?: Values): Finding {
  return { share, kind: 'positive', text, values }
}

export function disfavour(share: number, text: string, values?: Values): Finding {
  return { share, kind: 'negative', text, values }
}

/** An unknown fact gives half, and its sentence says that it is unknown: hiding a fact never pays. */
export function leaveOpen(text: string, values?: Values): Finding {
  return { share: 0.5, kind: 'neutral', text, values }
}

export function listShared(wanted: readonly string[], offered: readonly string[]): string[] {
  return wanted.filter((code) => offered.includes(code))
}

export function nameAll(
  codes: readonly string[],
  labels: Readonly<Record<string, string>>,
): string {
  return codes.map((code) => labels[code] ?? code).join(', ')
}

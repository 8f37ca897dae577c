/** The reasons of a match as the list of the design system shows them. */
import { t } from '#platform/i18n.ts'
import type { Match, MatchReason, Prerequisite, ReasonKind } from './matching.types.ts'

export interface ShownReason {
  readonly kind: ReasonKind
  readonly text: string
  readonly points?: number
  readonly maximum?: number
}

/** The heaviest first. */
export function toShownReasons(reasons: readonly MatchReason[]): ShownReason[] {
  return [...reasons]
    .sort((a, b) => b.maximum - a.maximum)
    .map(({ kind, text, values, points, maximum }) => ({
      kind,
      text: t(text, values ?? {}),
      points: roundToTenth(points),
      maximum: roundToTenth(maximum),
    }))
}

function roundToTenth(points: number): number {
  return Math.round(points * 10) / 10
}

/** Conditions that are not met first, then those nobody can tell, then those that are. */
export function toShownPrerequisites({ prerequisites }: Match): ShownReason[] {
  return [...prerequisites]
    .sort((a, b) => urgencyOf(a) - urgencyOf(b))
    .map(({ isMet, text, values }) => ({ kind: kindOf(isMet), text: t(text, values ?? {}) }))
}

function kindOf(isMet: boolean | null): ReasonKind {
  if (isMet === null) return 'neutral'
  return isMet ? 'positive' : 'negative'
}

function urgencyOf({ isMet }: Prerequisite): number {
  if (isMet === null) return 1
  return isMet ? 2 : 0
}

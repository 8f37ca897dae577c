/** How keys, their rights and their durations read. */
import { t } from '#platform/i18n.ts'
import type { KeyState } from './api-key.rules.ts'
import { type lifetimes, type Scope, scopes } from './scope.lists.ts'

export const stateLabels = {
  live: { label: 'Active', tone: 'success' },
  expired: { label: 'Expirée', tone: 'neutral' },
  revoked: { label: 'Révoquée', tone: 'neutral' },
  suspended: { label: 'Organisation suspendue', tone: 'warning' },
} as const satisfies Record<KeyState, { label: string; tone: string }>

export const lifetimeLabels: Record<(typeof lifetimes)[number], string> = {
  30: '30 jours',
  90: '3 mois',
  180: '6 mois',
  365: 'Un an',
}

/** A right that no longer exists keeps its code. */
export function nameScopes(codes: readonly string[]): string {
  return codes.map((code) => (code in scopes ? t(scopes[code as Scope].label) : code)).join(', ')
}

/** The mark of whatever the association writes on behalf of a commune. */
import type { Actor } from '#platform/actor.ts'
import { afterOf } from '#platform/elision.rules.ts'
import { t } from '#platform/i18n.ts'
import type { AssistanceState } from './assistance.rules.ts'

/** « Ablawa Démo (ANCB), pour le compte de la commune de Glazoué » */
export function signAssistance(person: string, commune: string): string {
  return t('{person} (ANCB), pour le compte de la commune {ofCommune}', {
    person,
    ofCommune: afterOf(commune),
  })
}

/** In whose name somebody writes to the other side: their organisation, or the mark. */
export function signOrganisation({ name, organisation, assistance }: Actor): string {
  if (organisation === null) return name
  return assistance ? signAssistance(name, organisation.name) : organisation.name
}

export const stateLabels = {
  open: { label: 'En cours', tone: 'warning' },
  stopped: { label: 'Arrêtée', tone: 'neutral' },
  elapsed: { label: 'Terminée d’elle-même', tone: 'neutral' },
} as const satisfies Record<AssistanceState, { label: string; tone: string }>

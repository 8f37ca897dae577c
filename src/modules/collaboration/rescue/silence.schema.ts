/** Why a startup did not answer. */
export const silenceCauses = ['time', 'budget', 'requirements', 'field', 'team', 'other'] as const
export type SilenceCause = (typeof silenceCauses)[number]

export const silenceLabels: Readonly<Record<SilenceCause, string>> = {
  time: 'Le délai était trop court',
  budget: 'Le budget était trop bas',
  requirements: 'Les exigences étaient trop lourdes ou peu claires',
  field: 'Ce n’est pas notre domaine',
  team: 'Notre équipe n’est pas disponible',
  other: 'Autre raison',
}

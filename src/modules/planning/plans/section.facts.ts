/** The parts that a master plan may have, in their order; a template takes those that fit its category. */
export const sectionTitles = {
  principles: 'Finalités et principes',
  findings: 'Constat',
  orientations: 'Orientations',
  scenarios: 'Scénarios',
  target: 'Cible',
  organisation: 'Organisation de la fonction informatique',
  policy: 'Politique informatique',
  technology: 'Choix technologiques',
  portfolio: 'Portefeuille d’actions',
  calendar: 'Calendrier',
  risks: 'Risques',
  dashboard: 'Tableau de bord',
  financing: 'Financement',
  change: 'Conduite du changement',
} as const

export type SectionKey = keyof typeof sectionTitles

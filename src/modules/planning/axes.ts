/**
 * The eight axes along which a commune's digital state is read: questions are asked, actions are chosen and progress is shown by
 * axis. They are the association's reading (issue of November 2026), not a standard's.
 */
export const axes = [
  'governance',
  'connectivity',
  'applications',
  'services',
  'skills',
  'security',
  'finance',
  'participation',
] as const

export type Axis = (typeof axes)[number]

export const axisLabels: Readonly<Record<Axis, string>> = {
  governance: 'Gouvernance et stratégie',
  connectivity: 'Connexion et équipement',
  applications: 'Applications et données',
  services: 'Services aux usagers',
  skills: 'Compétences',
  security: 'Sécurité et données personnelles',
  finance: 'Finances et achats',
  participation: 'Participation et inclusion',
}

/** How an axis is written in an address. */
export const axisSlugs: Readonly<Record<Axis, string>> = {
  governance: 'gouvernance',
  connectivity: 'connexion',
  applications: 'applications',
  services: 'services',
  skills: 'competences',
  security: 'securite',
  finance: 'finances',
  participation: 'participation',
}

/** What people read for the coded values of the directory. The keys are the values the database allows. */
import domains from '#reference/domains.json' with { type: 'json' }
import languages from '#reference/languages.json' with { type: 'json' }
import services from '#reference/municipal-services.json' with { type: 'json' }

export const domainLabels = toLabels(domains.rows)
export const serviceLabels = toLabels(services.rows)
/** The domain of each service. */
export const serviceDomains: Readonly<Record<string, string>> = Object.fromEntries(
  services.rows.map(({ code, domainCode }) => [code, domainCode]),
)
export const languageLabels = toLabels(languages.rows)

/** Services as choices, each under its domain. */
export const serviceOptions = services.rows.map(({ code, label, domainCode }) => ({
  value: code,
  label,
  hint: domainLabels[domainCode],
}))

function toLabels(rows: readonly { code: string; label: string }[]): Record<string, string> {
  return Object.fromEntries(rows.map(({ code, label }) => [code, label]))
}

export const statusLabels = {
  draft: 'Brouillon',
  submitted: 'En vérification',
  editsRequested: 'Corrections demandées',
  verified: 'Vérifiée',
  suspended: 'Suspendue',
  rejected: 'Refusée',
} as const

export const maturityLabels = {
  prototype: 'Prototype',
  pilot: 'En expérimentation',
  production: 'En service',
} as const

export const connectivityLabels = {
  none: 'Aucune connexion',
  '2g': '2G',
  '3g': '3G',
  '4g': '4G',
  fibre: 'Fibre optique',
} as const

export const hostingLabels = {
  commune: 'Dans les locaux de la commune',
  benin: 'Au Bénin',
  africa: 'Ailleurs en Afrique',
  elsewhere: 'Hors d’Afrique',
} as const

export const licenceLabels = {
  proprietary: 'Propriétaire',
  openSource: 'Libre (open source)',
  public: 'Bien public (code du secteur public)',
} as const

export const apdpLabels = {
  notNeeded: 'Sans objet',
  toDeclare: 'À déclarer à l’APDP',
  declared: 'Déclaré à l’APDP',
  authorised: 'Autorisé par l’APDP',
} as const

export const categoryLabels = {
  particulier: 'À statut particulier',
  intermediaire: 'Intermédiaire',
  ordinaire: 'Ordinaire',
} as const

export const deploymentLabels = {
  claimed: 'Annoncée par la startup',
  confirmed: 'Confirmée par la commune',
  contested: 'Contestée par la commune',
  ended: 'Terminée',
} as const

/** The legal forms of OHADA law that companies of Benin register under. */
export const legalFormLabels = {
  ei: 'Entreprise individuelle (établissement)',
  entreprenant: 'Entreprenant',
  sarl: 'SARL',
  sarlu: 'SARL unipersonnelle',
  sas: 'SAS',
  sasu: 'SAS unipersonnelle',
  sa: 'SA',
  snc: 'SNC',
  gie: 'GIE',
  scoop: 'Société coopérative',
} as const

export type VerificationStatus = keyof typeof statusLabels
export type Maturity = keyof typeof maturityLabels
export type Connectivity = keyof typeof connectivityLabels
export type Hosting = keyof typeof hostingLabels
export type Licence = keyof typeof licenceLabels
export type ApdpStatus = keyof typeof apdpLabels
export type Category = keyof typeof categoryLabels

/** The codes of a list of labels, in the order they are offered. */
export function codesOf<Code extends string>(labels: Readonly<Record<Code, string>>) {
  return Object.keys(labels) as [Code, ...Code[]]
}

/** How the coded values of connectivity read in French. */
import connectivity from '#reference/connectivity.json' with { type: 'json' }
import type { Power, SiteKind, SpeedVerdict } from './site.schema.ts'
import type { OutageCause } from './site-edit.schema.ts'

export const siteKindLabels: Readonly<Record<SiteKind, string>> = {
  mairie: 'Mairie',
  arrondissement: 'Bureau d’arrondissement',
  pointNumeriqueCommunautaire: 'Point numérique communautaire (PNC)',
  centreCommunalDeServicesPublics: 'Centre communal de services publics',
  other: 'Autre lieu',
}

export const powerLabels: Readonly<Record<Power, string>> = {
  grid: 'Réseau électrique',
  solar: 'Panneaux solaires',
  generator: 'Groupe électrogène',
  none: 'Aucune énergie',
}

export const speedVerdictLabels: Readonly<
  Record<SpeedVerdict, { label: string; tone: 'success' | 'warning' | 'danger' | 'neutral' }>
> = {
  met: { label: 'Au niveau', tone: 'success' },
  slow: { label: 'Trop lent', tone: 'warning' },
  noLink: { label: 'Sans connexion', tone: 'danger' },
  notMeasured: { label: 'À mesurer', tone: 'neutral' },
}

/** Technologies by code: names that are the same in every language, but for two. */
export const technologyLabels: Readonly<Record<string, string>> = Object.fromEntries(
  connectivity.technologies.map(({ code, label }) => [code, label]),
)

export const outageCauseLabels: Readonly<Record<OutageCause, string>> = {
  power: 'Énergie',
  provider: 'Fournisseur',
  equipment: 'Équipement',
  unknown: 'Inconnue',
}

export const measurementSourceLabels = {
  browser: 'Mesure de Cauri',
  file: 'Fichier importé',
  manual: 'Saisie',
} as const

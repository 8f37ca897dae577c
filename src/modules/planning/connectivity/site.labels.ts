/** How the coded values of connectivity read in French. */
import connectivity from '#reference/connectivity.json' with { type: 'json' }
import type { SiteKind } from './site.schema.ts'

export const siteKindLabels: Readonly<Record<SiteKind, string>> = {
  mairie: 'Mairie',
  arrondissement: 'Bureau d’arrondissement',
  pointNumeriqueCommunautaire: 'Point numérique communautaire (PNC)',
  centreCommunalDeServicesPublics: 'Centre communal de services publics',
  other: 'Autre lieu',
}

/** Technologies by code: names that are the same in every language, but for two. */
export const technologyLabels: Readonly<Record<string, string>> = Object.fromEntries(
  connectivity.technologies.map(({ code, label }) => [code, label]),
)

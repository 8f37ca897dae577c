/** A site: a place where the commune works or receives people, and what is known of it. */
import type { Selectable } from 'kysely'
import type { Tables } from '#platform/database.ts'

export const siteKinds = [
  'mairie',
  'arrondissement',
  'pointNumeriqueCommunautaire',
  'centreCommunalDeServicesPublics',
  'other',
] as const
export type SiteKind = (typeof siteKinds)[number]

export const powers = ['grid', 'solar', 'generator', 'none'] as const
export type Power = (typeof powers)[number]

export type Site = Omit<Selectable<Tables['planning.site']>, 'kind' | 'power'> & {
  readonly kind: SiteKind
  readonly power: Power | null
}

/** What everybody may read of a site. */
export type SiteState = Omit<
  Selectable<Tables['planning.siteState']>,
  'kind' | 'power' | 'speed'
> & {
  readonly kind: SiteKind
  readonly power: Power | null
  readonly speed: SpeedVerdict
}

export type SpeedVerdict = 'met' | 'slow' | 'noLink' | 'notMeasured'

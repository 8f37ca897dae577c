/** What one site says in the open data, under names that do not change. */
import type { CommuneLine } from '#modules/directory/index.ts'
import type { SiteState } from './site.schema.ts'

export const columnNames = [
  'code_departement',
  'departement',
  'commune',
  'lieu_id',
  'lieu',
  'genre',
  'latitude',
  'longitude',
  'position',
  'technologies',
  'fournisseurs',
  'wifi_partage',
  'energie',
  'heures_energie_par_jour',
  'debit_descendant_kbps',
  'debit_montant_kbps',
  'latence_ms',
  'mesures_90_jours',
  'derniere_mesure',
  'disponibilite_90_jours',
  'debit_requis_kbps',
  'au_niveau',
  'ecart_mise_en_place_fcfa',
  'ecart_annuel_fcfa',
  'calcule_le',
] as const

type ColumnName = (typeof columnNames)[number]
export type OpenRecord = Readonly<
  Record<ColumnName, string | number | boolean | null | readonly string[]>
>

interface Located {
  readonly state: SiteState
  readonly commune: Pick<
    CommuneLine,
    'name' | 'departmentCode' | 'departmentName' | 'latitude' | 'longitude'
  >
}

/** Where the site's own position is unknown, its commune's stands for it, and is said to. */
export function toRecord({ state, commune }: Located): OpenRecord {
  const isLocated = state.latitude !== null
  return {
    code_departement: commune.departmentCode,
    departement: commune.departmentName,
    commune: commune.name,
    lieu_id: state.siteId,
    lieu: state.name,
    genre: state.kind,
    latitude: state.latitude ?? commune.latitude,
    longitude: state.longitude ?? commune.longitude,
    position: isLocated ? 'lieu' : 'commune',
    technologies: state.technologies,
    fournisseurs: state.providers,
    wifi_partage: state.hasSharedWifi,
    energie: state.power,
    heures_energie_par_jour: state.powerHours,
    debit_descendant_kbps: state.downKbps,
    debit_montant_kbps: state.upKbps,
    latence_ms: state.latencyMs,
    mesures_90_jours: state.measurements,
    derniere_mesure: state.measuredAt?.toISOString() ?? null,
    disponibilite_90_jours: state.availability,
    debit_requis_kbps: state.requiredKbps,
    au_niveau: state.isMet,
    ecart_mise_en_place_fcfa: state.setUpCost,
    ecart_annuel_fcfa: state.yearlyCost,
    calcule_le: state.computedAt.toISOString(),
  }
}

/** As GeoJSON wants it: longitude first. */
export function toFeature(located: Located) {
  const { latitude, longitude, ...properties } = toRecord(located)
  return {
    type: 'Feature',
    id: located.state.siteId,
    geometry: { type: 'Point', coordinates: [longitude, latitude] },
    properties,
  }
}

/** What everybody may take away of connectivity: every open site, under names that do not change. */
import { type CommuneLine, listCommunes } from '#modules/directory/index.ts'
import { type Column, publishTable, readPublic, toPoint } from '#platform/tables/published-table.ts'
import { powerLabels, siteKindLabels, technologyLabels } from './site.labels.ts'
import type { SiteState } from './site.schema.ts'
import { listStatesAfter } from './state.queries.ts'

interface Located {
  readonly state: SiteState
  readonly commune: CommuneLine
}

/** Where the site's own position is unknown, its commune's stands for it, and is said to. */
const latitudeOf = ({ state, commune }: Located) => state.latitude ?? commune.latitude
const longitudeOf = ({ state, commune }: Located) => state.longitude ?? commune.longitude

const place: Readonly<Record<string, Column<Located>>> = {
  code_departement: {
    ...{ kind: 'text', meaning: 'Code du département (INStaD).' },
    read: ({ commune }) => commune.departmentCode,
  },
  departement: {
    ...{ kind: 'text', meaning: 'Nom du département.' },
    read: ({ commune }) => commune.departmentName,
  },
  commune: {
    ...{ kind: 'text', meaning: 'Nom de la commune.' },
    read: ({ commune }) => commune.name,
  },
  lieu_id: {
    ...{ kind: 'text', meaning: 'Identifiant du lieu ; il ne change pas.' },
    read: ({ state }) => state.siteId,
  },
  lieu: {
    ...{ kind: 'text', meaning: 'Nom du lieu, donné par la commune.' },
    read: ({ state }) => state.name,
  },
  genre: {
    ...{ kind: 'code', meaning: 'Ce qu’est le lieu.', codes: siteKindLabels },
    read: ({ state }) => state.kind,
  },
  latitude: {
    ...{ kind: 'decimal', unit: 'degrés (WGS 84)', isCoordinate: true },
    meaning: 'Latitude du lieu, ou de sa commune : voir « position ».',
    read: latitudeOf,
  },
  longitude: {
    ...{ kind: 'decimal', unit: 'degrés (WGS 84)', isCoordinate: true },
    meaning: 'Longitude du lieu, ou de sa commune : voir « position ».',
    read: longitudeOf,
  },
  position: {
    ...{ kind: 'code', meaning: 'De quoi la position est celle.' },
    codes: { lieu: 'Le lieu lui-même', commune: 'La commune, faute de mieux' },
    read: ({ state }) => (state.latitude === null ? 'commune' : 'lieu'),
  },
}

const equipment: Readonly<Record<string, Column<Located>>> = {
  technologies: {
    ...{ kind: 'codes', meaning: 'Comment le lieu est relié.', codes: technologyLabels },
    read: ({ state }) => state.technologies,
  },
  fournisseurs: {
    ...{ kind: 'texts', meaning: 'Fournisseurs d’accès des liaisons en service.' },
    read: ({ state }) => state.providers,
  },
  wifi_partage: {
    ...{ kind: 'yesNo', meaning: 'Le lieu partage sa connexion avec le public.' },
    read: ({ state }) => state.hasSharedWifi,
  },
  energie: {
    ...{ kind: 'code', meaning: 'D’où vient l’électricité.', codes: powerLabels },
    read: ({ state }) => state.power,
  },
  heures_energie_par_jour: {
    ...{ kind: 'decimal', unit: 'heures', meaning: 'Heures d’électricité un jour ordinaire.' },
    read: ({ state }) => state.powerHours,
  },
}

const measured: Readonly<Record<string, Column<Located>>> = {
  debit_descendant_kbps: {
    ...{ kind: 'integer', unit: 'kbit/s' },
    meaning: 'Débit descendant : médiane des mesures des 90 derniers jours.',
    read: ({ state }) => state.downKbps,
  },
  debit_montant_kbps: {
    ...{ kind: 'integer', unit: 'kbit/s' },
    meaning: 'Débit montant : médiane des mesures des 90 derniers jours.',
    read: ({ state }) => state.upKbps,
  },
  latence_ms: {
    ...{ kind: 'integer', unit: 'millisecondes' },
    meaning: 'Latence : médiane des mesures des 90 derniers jours.',
    read: ({ state }) => state.latencyMs,
  },
  mesures_90_jours: {
    ...{ kind: 'integer', meaning: 'Nombre de mesures des 90 derniers jours.' },
    read: ({ state }) => state.measurements,
  },
  derniere_mesure: {
    ...{ kind: 'moment', meaning: 'Quand la dernière mesure a été faite.' },
    read: ({ state }) => state.measuredAt,
  },
  disponibilite_90_jours: {
    ...{ kind: 'decimal', unit: 'de 0 à 1' },
    meaning: 'Part des 90 derniers jours sans coupure déclarée.',
    read: ({ state }) => state.availability,
  },
}

const gap: Readonly<Record<string, Column<Located>>> = {
  debit_requis_kbps: {
    ...{ kind: 'integer', unit: 'kbit/s', meaning: 'Débit que demandent les usages du lieu.' },
    read: ({ state }) => state.requiredKbps,
  },
  au_niveau: {
    ...{ kind: 'yesNo', meaning: 'La connexion mesurée suffit ; vide quand on ne le sait pas.' },
    read: ({ state }) => state.isMet,
  },
  ecart_mise_en_place_fcfa: {
    ...{ kind: 'integer', unit: 'FCFA' },
    meaning: 'Coût de la mise à niveau, d’après les hypothèses de /connectivite/hypotheses.',
    read: ({ state }) => state.setUpCost,
  },
  ecart_annuel_fcfa: {
    ...{ kind: 'integer', unit: 'FCFA par an' },
    meaning: 'Coût annuel de la mise à niveau, d’après les mêmes hypothèses.',
    read: ({ state }) => state.yearlyCost,
  },
  calcule_le: {
    ...{ kind: 'moment', meaning: 'Quand ces valeurs ont été calculées.' },
    read: ({ state }) => state.computedAt,
  },
}

export const publishedSites = publishTable<Located>({
  columns: { ...place, ...equipment, ...measured, ...gap },
  idOf: ({ state }) => state.siteId,
  locate: (one) => toPoint(latitudeOf(one), longitudeOf(one)),
  readRows: async function* (source) {
    const communes = new Map<string, CommuneLine>()
    for (const commune of await listCommunes(source.db)) communes.set(commune.id, commune)
    const states = readPublic<SiteState>(source, (own, last) =>
      listStatesAfter(own, last?.siteId ?? '', 1000),
    )
    for await (const state of states) {
      const commune = communes.get(state.communeId)
      if (commune) yield { state, commune }
    }
  },
})

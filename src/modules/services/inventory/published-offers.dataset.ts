/** What everybody may take away of the inventory: how each commune renders each service. */
import {
  type CommuneLine,
  domainLabels,
  listCommunes,
  serviceDomains,
  serviceLabels,
} from '#modules/directory/index.ts'
import { toDay } from '#platform/format.ts'
import { type Column, publishTable, readPublic } from '#platform/tables/published-table.ts'
import { levels, rankLevel } from './level.rules.ts'
import { nameService } from './listed-service.ts'
import { listOffersAfter } from './offer.queries.ts'
import { levelLabels, placeLabels } from './service.labels.ts'
import type { Offer } from './service.schema.ts'

interface Published {
  readonly offer: Offer
  readonly commune: CommuneLine | undefined
}

const what: Readonly<Record<string, Column<Published>>> = {
  code_commune: {
    ...{ kind: 'text', meaning: 'Nom court de la commune ; sa page est /communes/{code_commune}.' },
    read: ({ commune }) => commune?.slug ?? '',
  },
  commune: {
    ...{ kind: 'text', meaning: 'Nom de la commune.' },
    read: ({ commune }) => commune?.name ?? '',
  },
  departement: {
    ...{ kind: 'text', meaning: 'Nom du département.' },
    read: ({ commune }) => commune?.departmentName ?? '',
  },
  code_service: {
    ...{ kind: 'code', meaning: 'Service municipal.', codes: serviceLabels },
    read: ({ offer }) => offer.serviceCode,
  },
  service: {
    ...{ kind: 'text', meaning: 'Le même service, en toutes lettres.' },
    read: ({ offer }) => nameService(offer.serviceCode),
  },
  domaine: {
    ...{ kind: 'text', meaning: 'Domaine du service.' },
    read: ({ offer }) => domainLabels[serviceDomains[offer.serviceCode] ?? ''] ?? '',
  },
}

const state: Readonly<Record<string, Column<Published>>> = {
  niveau: {
    ...{ kind: 'code', unit: 'de 0 à 4', meaning: 'Jusqu’où le service est en ligne.' },
    codes: Object.fromEntries(levels.map((level) => [rankLevel(level), levelLabels[level].label])),
    read: ({ offer }) => rankLevel(offer.level),
  },
  libelle_niveau: {
    ...{ kind: 'text', meaning: 'Le même niveau, en toutes lettres.' },
    read: ({ offer }) => levelLabels[offer.level].label,
  },
  depuis: {
    ...{ kind: 'day', meaning: 'Depuis quand, si la commune le dit.' },
    read: ({ offer }) => offer.since,
  },
  ou: {
    ...{ kind: 'text', meaning: `Où le service se demande : ${list(Object.values(placeLabels))}.` },
    read: ({ offer }) => offer.place && placeLabels[offer.place],
  },
  adresse: {
    ...{ kind: 'address', meaning: 'Adresse du service en ligne.' },
    read: ({ offer }) => offer.url,
  },
  mis_a_jour_le: {
    ...{ kind: 'day', meaning: 'Quand la commune l’a dit pour la dernière fois.' },
    read: ({ offer }) => toDay(offer.updatedAt),
  },
}

export const publishedOffers = publishTable<Published>({
  columns: { ...what, ...state },
  idOf: ({ offer, commune }) => `${commune?.slug}/${offer.serviceCode}`,
  readRows: async function* (source) {
    const communes = new Map<string, CommuneLine>()
    for (const commune of await listCommunes(source.db)) communes.set(commune.id, commune)
    const offers = readPublic<Offer>(source, (own, last) => listOffersAfter(own, last, 1000))
    for await (const offer of offers) yield { offer, commune: communes.get(offer.communeId) }
  },
})

function list(labels: readonly string[]): string {
  return labels.map((label) => `« ${label} »`).join(', ')
}

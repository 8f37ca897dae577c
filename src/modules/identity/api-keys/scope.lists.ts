/** What the systems of organisations may be allowed to do, for how long and how often: the one list, which pages and endpoints read. */
import type { OrganisationKind } from '#platform/actor.ts'

interface ScopeFacts {
  readonly label: string
  readonly hint: string
  /** The kinds of organisation whose keys may carry it. */
  readonly kinds: readonly OrganisationKind[]
}

export const scopes = {
  'demandes.lire': {
    label: 'Lire les demandes',
    hint: 'Les demandes reçues par la commune, leurs réponses et leur suivi.',
    kinds: ['commune'],
  },
  'demandes.deposer': {
    label: 'Déposer des demandes',
    hint: 'Au nom d’un usager qui s’est adressé au système ; les compléter quand la mairie le demande.',
    kinds: ['commune'],
  },
  'taches.traiter': {
    label: 'Traiter des tâches',
    hint: 'Prendre en charge, demander un complément, clore. Ni proposer, ni décider, ni signer.',
    kinds: ['commune'],
  },
  'signalements.deposer': {
    label: 'Déposer des signalements',
    hint: 'Par Open311, au nom d’un habitant qui signale.',
    kinds: ['commune', 'startup', 'association'],
  },
  'besoins.suivre': {
    label: 'Suivre les besoins et les appels',
    hint: 'Ceux qui conviennent aux solutions vérifiées de la startup, avec les raisons du classement.',
    kinds: ['startup'],
  },
} as const satisfies Readonly<Record<string, ScopeFacts>>

export type Scope = keyof typeof scopes
export const scopeNames = Object.keys(scopes) as Scope[]

export function listScopesOf(kind: OrganisationKind): Scope[] {
  return scopeNames.filter((name) => (scopes[name].kinds as readonly string[]).includes(kind))
}

/** In days. */
export const lifetimes = ['30', '90', '180', '365'] as const

/** Of one organisation, alive at the same time. */
export const mostKeys = 20

/** What one key may ask; whoever needs more asks for less at once. */
export const quotas = {
  minute: { points: 120, seconds: 60 },
  day: { points: 20_000, seconds: 86_400 },
} as const

export type QuotaSpan = keyof typeof quotas
export const quotaSpans = Object.keys(quotas) as QuotaSpan[]

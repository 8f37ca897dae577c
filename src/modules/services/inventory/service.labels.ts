/** What people read for the coded values of services. */
import type { Tone } from '#web/components/index.tsx'
import type { Level } from './level.rules.ts'
import type { Place, StatePlatform } from './service.schema.ts'

export const levelLabels: Readonly<Record<Level, { label: string; tone: Tone }>> = {
  notOffered: { label: 'Non proposé', tone: 'neutral' },
  paper: { label: 'Au guichet', tone: 'warning' },
  information: { label: 'Informations en ligne', tone: 'info' },
  form: { label: 'Demande en ligne', tone: 'success' },
  online: { label: 'Tout en ligne', tone: 'success' },
}

/** What each level means, for whoever declares it. */
export const levelHints: Readonly<Record<Level, string>> = {
  notOffered: 'La commune ne rend pas ce service.',
  paper: 'Tout se fait à la mairie, sur papier.',
  information: 'Pièces, prix et délais se lisent en ligne ; la demande se fait à la mairie.',
  form: 'La demande se fait en ligne ; il faut encore venir payer ou retirer.',
  online: 'Demande, paiement et réponse sans venir à la mairie.',
}

export const placeLabels: Readonly<Record<Place, string>> = {
  own: 'Site de la commune',
  eCommune: 'e-Commune (État)',
  servicePublic: 'service-public.bj (État)',
  solution: 'Solution d’une startup',
}

export const platformLabels: Readonly<Record<StatePlatform, string>> = {
  eCommune: 'e-Commune',
  servicePublic: 'service-public.bj',
  permisDeConstruire: 'permisdeconstruire.gouv.bj',
}

export const targetLabels: Readonly<Record<string, string>> = {
  residents: 'Habitants',
  businesses: 'Entreprises et commerçants',
  associations: 'Associations',
  visitors: 'Visiteurs',
}

export const lifeEventLabels: Readonly<Record<string, string>> = {
  birth: 'Une naissance',
  couple: 'Vivre en couple',
  death: 'Un décès',
  home: 'Se loger, construire',
  work: 'Travailler, commercer',
  mobility: 'Se déplacer',
  community: 'Vivre ensemble',
  papers: 'Mes papiers',
  school: 'L’école',
  health: 'La santé',
  environment: 'Le cadre de vie',
  citizenship: 'Participer à la vie communale',
}

export const authorityLabels: Readonly<Record<string, string>> = {
  commune: 'La commune (signataire à confirmer)',
  civilRegistrar: 'L’officier de l’état civil',
  secretary: 'Le secrétaire exécutif',
  anip: 'L’ANIP, à son guichet (UCIP) de la mairie',
}

export const channelLabels: Readonly<Record<string, string>> = {
  counter: 'Au guichet',
  phone: 'Par téléphone',
  web: 'En ligne',
}

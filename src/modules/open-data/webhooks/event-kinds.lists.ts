/** What the systems of organisations may follow: the one list, which pages, messages and the guide read. */
import type { OrganisationKind } from '#platform/actor.ts'

interface KindFacts {
  readonly label: string
  readonly hint: string
  /** The organisations that it may concern. */
  readonly of: OrganisationKind
}

export const eventKinds = {
  'need.published': {
    label: 'Besoin publié',
    hint: 'Un besoin d’une commune dont un domaine ou un service est celui d’une de vos solutions publiées.',
    of: 'startup',
  },
  'need.ended': {
    label: 'Besoin retiré, abandonné ou satisfait',
    hint: 'Un tel besoin n’attend plus de réponse.',
    of: 'startup',
  },
  'call.published': {
    label: 'Appel publié',
    hint: 'Un appel dont un domaine est celui d’une de vos solutions publiées.',
    of: 'startup',
  },
  'call.amended': {
    label: 'Appel modifié',
    hint: 'Un additif à un tel appel, ou à un appel auquel vous préparez une réponse.',
    of: 'startup',
  },
  'call.closed': {
    label: 'Appel clos',
    hint: 'Les propositions sont ouvertes, ou l’appel est annulé ou infructueux.',
    of: 'startup',
  },
  'call.decided': {
    label: 'Résultat d’un appel',
    hint: 'La commune a décidé, puis conclu.',
    of: 'startup',
  },
  'request.submitted': {
    label: 'Demande déposée',
    hint: 'Par un usager, au guichet ou par un système.',
    of: 'commune',
  },
  'request.completed': {
    label: 'Demande complétée',
    hint: 'L’usager a répondu à ce que la mairie lui demandait.',
    of: 'commune',
  },
  'request.decided': {
    label: 'Demande acceptée ou refusée',
    hint: 'Par décision, ou par le silence là où un texte le dit.',
    of: 'commune',
  },
  'request.delivered': {
    label: 'Demande close',
    hint: 'Ce qui était demandé est remis.',
    of: 'commune',
  },
  'request.withdrawn': {
    label: 'Demande retirée',
    hint: 'Par l’usager.',
    of: 'commune',
  },
  'request.paid': {
    label: 'Demande payée',
    hint: 'Au guichet ou par mobile money.',
    of: 'commune',
  },
  'report.received': {
    label: 'Signalement reçu',
    hint: 'D’un habitant, par n’importe quel moyen.',
    of: 'commune',
  },
} as const satisfies Readonly<Record<string, KindFacts>>

export type EventKind = keyof typeof eventKinds

export const eventKindNames = Object.keys(eventKinds) as EventKind[]

/** Sent at the press of a button, to try a receiver; it says nothing else. */
export const ping = 'ping'
export type SentKind = EventKind | typeof ping

export function listKindsOf(kind: OrganisationKind): EventKind[] {
  return eventKindNames.filter((name) => eventKinds[name].of === kind)
}

/** Of one organisation. */
export const mostReceivers = 10

/** How receivers, what they are sent and what they answer read. */

import type { UrlFault } from '#platform/outward/outward-url.rules.ts'
import type { OutwardFailure } from '#platform/outward/post-outward.ts'
import { type EventKind, eventKinds, ping } from './event-kinds.lists.ts'
import type { ReceiverStatus, ReceiverStep } from './webhook.workflow.ts'

export const receiverLabels = {
  active: { label: 'Actif', tone: 'success' },
  paused: { label: 'En pause', tone: 'neutral' },
  stopped: { label: 'Arrêté', tone: 'danger' },
  removed: { label: 'Supprimé', tone: 'neutral' },
} as const satisfies Record<ReceiverStatus, { label: string; tone: string }>

export const stepLabels: Record<ReceiverStep | 'create', string> = {
  create: 'Récepteur ajouté',
  pause: 'Mis en pause',
  resume: 'Repris',
  stop: 'Arrêté par Cauri',
  remove: 'Supprimé',
}

export const deliveryStates = ['waiting', 'delivered', 'failed'] as const
export type DeliveryState = (typeof deliveryStates)[number]

export const deliveryLabels = {
  waiting: { label: 'À envoyer', tone: 'info' },
  delivered: { label: 'Reçu', tone: 'success' },
  failed: { label: 'Abandonné', tone: 'danger' },
} as const satisfies Record<DeliveryState, { label: string; tone: string }>

export const failureLabels: Record<OutwardFailure, string> = {
  badUrl: 'L’adresse n’est pas admise.',
  unknownName: 'Le nom de l’adresse est introuvable.',
  forbiddenAddress: 'L’adresse mène à un réseau privé : Cauri ne s’y connecte pas.',
  tooSlow: 'Pas de réponse en dix secondes.',
  certificate: 'Le certificat du serveur n’est pas valable.',
  unreachable: 'Le serveur ne répond pas.',
}

export const urlFaultLabels: Record<UrlFault, string> = {
  unreadable: 'Écrivez une adresse complète, comme https://exemple.bj/cauri',
  scheme: 'L’adresse doit commencer par https://',
  credentials: 'Retirez le nom et le mot de passe de l’adresse : la signature suffit',
  port: 'Seul le port habituel de https (443) est admis : retirez le numéro de port',
  host: 'Écrivez un nom public : Cauri ne se connecte pas aux réseaux privés',
  length: 'Limitez cette adresse à 500 caractères',
}

/** A kind that no longer exists keeps its code. */
export function nameKind(kind: string): string {
  if (kind === ping) return 'Essai'
  return kind in eventKinds ? eventKinds[kind as EventKind].label : kind
}

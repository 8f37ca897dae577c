/** The words of requests. */
import type { Tone } from '#web/components/index.tsx'
import type { Verdict } from './request.lifecycle.ts'
import type { RequestStatus } from './request.workflow.ts'

export const requestStatusLabels: Readonly<Record<RequestStatus, string>> = {
  draft: 'À envoyer',
  received: 'Reçue',
  inReview: 'En cours d’examen',
  incomplete: 'À compléter',
  proposed: 'En attente de décision',
  accepted: 'Acceptée',
  refused: 'Refusée',
  closed: 'Close',
  withdrawn: 'Retirée',
}

export const requestStatusTones: Readonly<Record<RequestStatus, Tone>> = {
  draft: 'neutral',
  received: 'info',
  inReview: 'info',
  incomplete: 'warning',
  proposed: 'info',
  accepted: 'success',
  refused: 'danger',
  closed: 'success',
  withdrawn: 'neutral',
}

/** What happened, as both sides read it. */
export const requestStepLabels: Readonly<Record<string, string>> = {
  submit: 'Demande reçue',
  take: 'Prise en charge',
  release: 'Remise à la file',
  askCompletion: 'Compléments demandés',
  complete: 'Complétée',
  propose: 'Décision proposée',
  sendBack: 'Décision à revoir',
  accept: 'Acceptée',
  refuse: 'Refusée',
  acceptBySilence: 'Acceptée, le délai étant passé',
  refuseBySilence: 'Refusée, le délai étant passé',
  close: 'Remise et close',
  withdraw: 'Retirée',
}

export const verdictLabels: Readonly<Record<Verdict, string>> = {
  accepted: 'Accepter',
  refused: 'Refuser',
}

/** How a call's status is kept: its tables, its journal, and what to tell somebody who may not go on. */
import type { Lifecycle } from '#platform/lifecycle.ts'
import { callPolicy } from './call.policy.ts'
import type { Call } from './call.schema.ts'
import { type CallFact, type CallStatus, type CallStep, callWorkflow } from './call.workflow.ts'

export const callLifecycle: Lifecycle<Call, CallStatus, CallStep, CallFact> = {
  kind: 'call',
  table: 'collaboration.call',
  historyTable: 'collaboration.callEvent',
  workflow: callWorkflow,
  policy: callPolicy,
  historyOf: (call) => ({ callId: call.id, communeId: call.communeId }),
  journalOf: (call) => call.communeId,
  missing: {
    callIsComplete: 'Il manque des éléments : la page de l’appel les nomme.',
    datesLeaveTime: 'Les dates ne laissent pas assez de temps pour répondre.',
    reasonIsGiven: 'Indiquez le motif : il sera gardé et communiqué.',
    deadlineHasPassed: 'La date limite n’est pas encore passée.',
    hasProposals: 'Aucune proposition n’a été reçue : il n’y a rien à ouvrir.',
    committeeIsComplete:
      'Le comité compte trop peu de membres sans conflit d’intérêts : nommez d’autres membres.',
    consensusIsComplete: 'Il manque des notes de consensus.',
    lotsAreDecided: 'Chaque lot demande une décision.',
    standstillHasPassed: 'Le délai d’attente après la décision court encore.',
    complaintsAreAnswered: 'Une réclamation attend encore sa réponse.',
    complaintIsUpheld: 'Seule une réclamation admise permet de rouvrir l’évaluation.',
  },
}

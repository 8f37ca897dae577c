/** How a session's status is kept, in the journal of the association. */
import type { Lifecycle } from '#platform/lifecycle.ts'
import { sessionPolicy } from './session.policy.ts'
import type { Session } from './session.schema.ts'
import {
  type SessionFact,
  type SessionStatus,
  type SessionStep,
  sessionWorkflow,
} from './session.workflow.ts'

export const sessionLifecycle: Lifecycle<Session, SessionStatus, SessionStep, SessionFact> = {
  kind: 'session',
  table: 'governance.session',
  historyTable: 'governance.sessionEvent',
  workflow: sessionWorkflow,
  policy: sessionPolicy,
  historyOf: ({ id }) => ({ sessionId: id }),
  journalOf: ({ associationId }) => associationId,
  missing: {
    hasAgenda: 'Inscrivez au moins un point à l’ordre du jour.',
    hasBegun: 'Cette session n’a pas encore commencé : attendez son premier jour.',
    hasAttendance: 'Dites d’abord qui était présent.',
    hasMinutes: 'Écrivez les conclusions, ou ce qui s’est dit sous un point au moins.',
    reasonIsGiven: 'Indiquez le motif : il sera gardé.',
  },
}

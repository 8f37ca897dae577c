/** How a request's status is kept, in the journal of its commune. Its history says who and when, never what was written. */
import type { Selectable } from 'kysely'
import type { Tables } from '#platform/database.ts'
import type { Lifecycle } from '#platform/lifecycle.ts'
import type { Due } from '../procedures/decide.rules.ts'
import type { Answers } from '../procedures/procedure.types.ts'
import { requestPolicy } from './request.policy.ts'
import {
  type RequestFact,
  type RequestStatus,
  type RequestStep,
  requestWorkflow,
} from './request.workflow.ts'

type Row = Selectable<Tables['services.request']>
export type Verdict = 'accepted' | 'refused'

export type Request = Omit<Row, 'status' | 'answers' | 'due' | 'silence' | 'decision'> & {
  readonly status: RequestStatus
  readonly answers: Answers
  readonly due: Due | null
  readonly silence: Verdict | null
  readonly decision: Verdict | null
}

export const requestLifecycle: Lifecycle<Request, RequestStatus, RequestStep, RequestFact> = {
  kind: 'request',
  table: 'services.request',
  historyTable: 'services.requestEvent',
  workflow: requestWorkflow,
  policy: requestPolicy,
  historyOf: ({ id, communeId, requesterId }) => ({
    ...{ requestId: id, communeId },
    ...(requesterId && { requesterId }),
  }),
  journalOf: ({ communeId }) => communeId,
  missing: {
    formIsComplete: 'Il reste des réponses à donner ou à corriger.',
    procedureIsOpen:
      'La commune ne reçoit pas cette démarche en ce moment : votre saisie est gardée.',
    messageIsGiven: 'Écrivez ce qui manque ou ce qui ne va pas.',
    refusalSaysWhy: 'Un refus dit ses motifs et le recours possible.',
    isSecondPerson: 'Une autre personne que celle qui a proposé la décision doit la prendre.',
    decisionIsThis: 'La décision proposée a changé : relisez-la.',
    silenceIsThis: 'Le délai n’est pas écoulé, ou le silence ne vaut pas cette décision.',
  },
}

/** How an agreement's status is kept, in the journal of its commune. */
import type { Lifecycle } from '#platform/lifecycle.ts'
import { agreementPolicy } from './agreement.policy.ts'
import type { Agreement } from './agreement.schema.ts'
import {
  type AgreementFact,
  type AgreementStatus,
  type AgreementStep,
  agreementWorkflow,
} from './agreement.workflow.ts'

export const agreementLifecycle: Lifecycle<
  Agreement,
  AgreementStatus,
  AgreementStep,
  AgreementFact
> = {
  kind: 'agreement',
  table: 'collaboration.agreement',
  historyTable: 'collaboration.agreementEvent',
  workflow: agreementWorkflow,
  policy: agreementPolicy,
  historyOf: ({ id, communeId, startupId }) => ({ agreementId: id, communeId, startupId }),
  journalOf: ({ communeId }) => communeId,
  missing: {
    detailsAreComplete: 'Il manque le montant, le début ou la fin.',
    clausesAreAgreed: 'Chaque clause attend l’accord des deux parties.',
    signatureIsKept: 'La signature manque.',
    bothHaveSigned: 'L’autre partie n’a pas encore signé.',
    reasonIsGiven: 'Indiquez le motif : il sera gardé et communiqué.',
    endHasCome: 'La convention court encore.',
  },
}

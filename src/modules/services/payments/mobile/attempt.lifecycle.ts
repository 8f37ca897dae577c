/** How an attempt's status is kept, in the journal of its commune, and who takes which step. */
import type { Selectable } from 'kysely'
import { type Actor, worksFor } from '#platform/actor.ts'
import type { Tables } from '#platform/database.ts'
import type { Lifecycle } from '#platform/lifecycle.ts'
import type { Rule } from '#platform/policy.ts'
import type { PaidLine } from '../payment.queries.ts'
import {
  type AttemptFact,
  type AttemptStatus,
  type AttemptStep,
  attemptWorkflow,
} from './attempt.workflow.ts'
import type { GatewayName } from './gateway-brands.ts'

type Row = Selectable<Tables['services.paymentAttempt']>

export type Attempt = Omit<Row, 'lines' | 'status' | 'gateway'> & {
  readonly lines: readonly PaidLine[]
  readonly status: AttemptStatus
  readonly gateway: GatewayName
}

const isSystem = (actor: Actor) => actor.kind === 'system'
const leads = (actor: Actor, { communeId }: Pick<Attempt, 'communeId'>) =>
  worksFor(actor, communeId, 'secretary', 'mayor')

export const attemptPolicy = {
  ...{ pay: isSystem, exceed: isSystem, fail: isSystem },
  ...{ confirmReturn: isSystem, refuseReturn: isSystem },
  ...{ askReturn: leads, handBack: leads },
} satisfies Record<AttemptStep, Rule<Attempt>>

export const attemptLifecycle: Lifecycle<Attempt, AttemptStatus, AttemptStep, AttemptFact> = {
  kind: 'paymentAttempt',
  table: 'services.paymentAttempt',
  historyTable: 'services.paymentAttemptEvent',
  workflow: attemptWorkflow,
  policy: attemptPolicy,
  historyOf: ({ id, communeId, requesterId }) => ({
    ...{ attemptId: id, communeId },
    ...(requesterId && { requesterId }),
  }),
  journalOf: ({ communeId }) => communeId,
  missing: {
    gatewayGivesBack: 'Cet opérateur ne rend pas l’argent de lui-même : rendez-le au guichet.',
    reasonIsGiven: 'Indiquez pourquoi l’argent est rendu.',
  },
}

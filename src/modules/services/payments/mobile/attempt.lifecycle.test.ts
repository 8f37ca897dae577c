import { actors, organisationIds } from '#test/factories/actors.ts'
import { testLifecycle } from '#test/factories/lifecycle-matrix.ts'
import { type Attempt, attemptLifecycle } from './attempt.lifecycle.ts'
import { type AttemptStatus, attemptWorkflow } from './attempt.workflow.ts'

const leaders = ['maireGlazoue', 'seGlazoue'] as const

/** The gateway's answers are written by the system, which is none of these people. */
testLifecycle({
  title: 'Un paiement par mobile money d’une demande à Glazoué',
  workflow: attemptWorkflow,
  policy: attemptLifecycle.policy,
  rowAt: (status: AttemptStatus) =>
    ({ communeId: organisationIds.glazoue, requesterId: actors.usager.id, status }) as Attempt,
  allowed: {
    askReturn: { paid: leaders, duplicate: leaders },
    handBack: { paid: leaders, duplicate: leaders, returnRefused: leaders },
  },
})

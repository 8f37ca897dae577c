import { organisationIds } from '#test/factories/actors.ts'
import { testLifecycle } from '#test/factories/lifecycle-matrix.ts'
import { proposalLifecycle } from './proposal.lifecycle.ts'
import type { Proposal } from './proposal.schema.ts'
import { proposalWorkflow } from './proposal.workflow.ts'

const openers = ['maireGlazoue', 'seGlazoue', 'rsiGlazoue', 'seBohicon', 'rsiBohicon'] as const

testLifecycle({
  title: 'La vie d’une proposition de la startup A',
  workflow: proposalWorkflow,
  policy: proposalLifecycle.policy,
  rowAt: (status) => ({ startupId: organisationIds.startupA, status }) as Proposal,
  allowed: {
    seal: {
      draft: ['responsableA'],
      sealed: ['responsableA'],
      withdrawn: ['responsableA'],
    },
    withdraw: { sealed: ['responsableA'] },
    // That the commune is the call's own is checked on the call, which is opened in the same transaction.
    open: { sealed: openers },
  },
})

import { organisationIds } from '#test/factories/actors.ts'
import { testLifecycle } from '#test/factories/lifecycle-matrix.ts'
import { amendmentLifecycle } from './amendment.lifecycle.ts'
import type { Amendment } from './amendment.queries.ts'
import { amendmentWorkflow } from './amendment.workflow.ts'

const both = ['maireGlazoue', 'seGlazoue', 'responsableA'] as const

testLifecycle({
  title: 'Un avenant entre Glazoué et la startup A',
  workflow: amendmentWorkflow,
  policy: amendmentLifecycle.policy,
  rowAt: (status) =>
    ({
      communeId: organisationIds.glazoue,
      startupId: organisationIds.startupA,
      status,
    }) as Amendment,
  allowed: { complete: { proposed: both }, refuse: { proposed: both } },
})

import { organisationIds } from '#test/factories/actors.ts'
import { testLifecycle } from '#test/factories/lifecycle-matrix.ts'
import { complaintLifecycle } from './complaint.lifecycle.ts'
import type { Complaint } from './complaint.queries.ts'
import { complaintWorkflow } from './complaint.workflow.ts'

const executive = ['maireGlazoue', 'seGlazoue'] as const

testLifecycle({
  title: 'Une réclamation de la startup B sur un appel de Glazoué',
  workflow: complaintWorkflow,
  policy: complaintLifecycle.policy,
  rowAt: (status) =>
    ({
      communeId: organisationIds.glazoue,
      startupId: organisationIds.startupB,
      status,
    }) as Complaint,
  allowed: { uphold: { filed: executive }, dismiss: { filed: executive } },
})

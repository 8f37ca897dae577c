/** How a plan's status is kept, in the journal of the commune that leads it. */
import type { Lifecycle } from '#platform/lifecycle.ts'
import { planPolicy } from './plan.policy.ts'
import type { Plan } from './plan.schema.ts'
import { type PlanFact, type PlanStatus, type PlanStep, planWorkflow } from './plan.workflow.ts'

export const planLifecycle: Lifecycle<Plan, PlanStatus, PlanStep, PlanFact> = {
  kind: 'plan',
  table: 'planning.plan',
  historyTable: 'planning.planEvent',
  workflow: planWorkflow,
  policy: planPolicy,
  historyOf: ({ id, communeId }) => ({ planId: id, communeId }),
  journalOf: ({ communeId }) => communeId,
  missing: {
    planIsWhole: 'Le plan n’est pas complet : voyez ce qui manque sur sa page.',
    partnersAgree:
      'Chaque commune invitée doit avoir répondu, et les parts doivent faire 100 % en tout.',
    reasonIsGiven: 'Indiquez le motif : il sera gardé et communiqué.',
    deliberationIsRecorded:
      'Indiquez le numéro et la date de la délibération, et joignez sa copie.',
    noOtherIsInForce: 'Un autre schéma directeur est en vigueur.',
  },
}

/** How a budget's status is kept, in the journal of its commune. */
import type { Lifecycle } from '#platform/lifecycle.ts'
import { budgetPolicy } from './budget.policy.ts'
import type { Budget } from './budget.schema.ts'
import {
  type BudgetFact,
  type BudgetStatus,
  type BudgetStep,
  budgetWorkflow,
} from './budget.workflow.ts'

export const budgetLifecycle: Lifecycle<Budget, BudgetStatus, BudgetStep, BudgetFact> = {
  kind: 'budget',
  table: 'planning.budget',
  historyTable: 'planning.budgetEvent',
  workflow: budgetWorkflow,
  policy: budgetPolicy,
  historyOf: ({ id, communeId }) => ({ budgetId: id, communeId }),
  journalOf: ({ communeId }) => communeId,
  missing: {
    hasLines: 'Le budget ne contient aucune ligne : ajoutez-en avant de continuer.',
    voteIsRecorded: 'Indiquez la date du vote et le numéro de la délibération.',
    reasonIsGiven: 'Indiquez le motif : il est gardé dans l’historique.',
    yearIsOver: 'L’exercice n’est pas fini : il se clôt à partir du 1er janvier suivant.',
  },
}

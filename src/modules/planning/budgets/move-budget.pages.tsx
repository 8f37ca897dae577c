/** The steps of a budget that its file offers: plain buttons, and forms where a reason is owed. */
import { z } from 'zod'
import { orNotFound } from '#platform/errors.ts'
import { action, type Context, seeOther } from '#platform/web.ts'
import { reasonForm } from '#web/moves/reason-form.tsx'
import { moveBudget } from './budget.actions.ts'
import { budgetPolicy } from './budget.policy.ts'
import { getBudget, listLinesOf } from './budget.queries.ts'
import type { Budget } from './budget.schema.ts'
import type { BudgetStep } from './budget.workflow.ts'
import { removeLine } from './budget-line.actions.ts'
import { takeFromPlan } from './take-from-plan.ts'

const load = ({ budgetId }: { budgetId: string }, { db }: Context) => getBudget(db, budgetId)
const addressOf = ({ id }: Budget) => `/espace/budgets/${id}`
const back = (budget: Budget) => ({ href: addressOf(budget), label: `Budget ${budget.year}` })

function stepAction(path: string, step: BudgetStep, done: string) {
  return action(`/espace/budgets/:budgetId/${path}`, {
    load,
    allow: budgetPolicy[step],
    input: z.object({}),
    back: addressOf,
    act: async (budget, _, context) => {
      await moveBudget(context, budget, step)
      return seeOther(addressOf(budget), done)
    },
  })
}

const withReason = (step: BudgetStep) => (budget: Budget, reason: string, context: Context) =>
  moveBudget(context, budget, step, { reason })

const sendBackPage = reasonForm('/espace/budgets/:budgetId/renvoyer', {
  load,
  allow: budgetPolicy.sendBack,
  back,
  title: 'Renvoyer le budget',
  label: 'Ce qui est à corriger',
  hint: 'Les agents qui préparent le budget recevront ce texte.',
  done: 'Le budget est renvoyé. Les agents sont prévenus.',
  act: withReason('sendBack'),
})

const amendPage = reasonForm('/espace/budgets/:budgetId/modifier', {
  load,
  allow: budgetPolicy.amend,
  back,
  title: 'Préparer une décision modificative',
  label: 'Pourquoi modifier le budget',
  hint: 'Public, avec le vote de la modification. Les lignes votées restent en vigueur jusque-là.',
  done: 'Modifiez les lignes, puis enregistrez le vote.',
  act: withReason('amend'),
})

const removeLineAction = action('/espace/budgets/:budgetId/lignes/:lineId/retirer', {
  load: async ({ budgetId, lineId }: { budgetId: string; lineId: string }, { db }: Context) => {
    const budget = await getBudget(db, budgetId)
    const lines = await listLinesOf(db, budgetId, budget.currentVersion)
    return { budget, line: orNotFound(lines.find(({ id }) => id === lineId)) }
  },
  allow: (actor, { budget }) => budgetPolicy.edit(actor, budget),
  input: z.object({}),
  back: ({ budget }) => addressOf(budget),
  act: async ({ budget, line }, _, context) => {
    await removeLine(context, line)
    return seeOther(addressOf(budget), 'La ligne est retirée.')
  },
})

const takePlanAction = action('/espace/budgets/:budgetId/reprendre-le-plan', {
  load,
  allow: budgetPolicy.edit,
  input: z.object({}),
  back: addressOf,
  act: async (budget, _, context) =>
    seeOther(addressOf(budget), await takeFromPlan(context, budget.id)),
})

export const moveBudgetPages = [
  takePlanAction,
  stepAction('soumettre', 'submit', 'Le budget est soumis. La direction est prévenue.'),
  stepAction('abandonner', 'abandon', 'La modification est abandonnée.'),
  stepAction('clore', 'close', 'L’exercice est clos.'),
  sendBackPage,
  amendPage,
  removeLineAction,
]

/** What waits for somebody in the digital budget of their commune. */
import type { SpaceContribution, SpaceTask } from '#modules/identity/index.ts'
import { type Actor, getOrganisationId } from '#platform/actor.ts'
import { toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { associationStaff } from '#platform/policy.ts'
import { budgetPolicy, mayDraftBudgets } from './budget.policy.ts'
import { listBudgets } from './budget.queries.ts'
import type { Budget } from './budget.schema.ts'

interface Wording {
  readonly when: (actor: Actor, budget: Budget, today: string) => boolean
  readonly title: string
  readonly page: string
  readonly tone: SpaceTask['tone']
}

const wordings: readonly Wording[] = [
  {
    when: (actor, budget) => budget.status === 'draft' && budgetPolicy.submit(actor, budget),
    title: 'Terminer le budget numérique {year}',
    page: '',
    tone: 'neutral',
  },
  {
    when: (actor, budget) => budget.status === 'submitted' && budgetPolicy.adopt(actor, budget),
    title: 'Enregistrer le vote du budget numérique {year}',
    page: '/vote',
    tone: 'warning',
  },
  {
    when: (actor, budget) =>
      budget.status === 'amending' && budgetPolicy.adoptAmendment(actor, budget),
    title: 'Finir la décision modificative de {year}',
    page: '',
    tone: 'neutral',
  },
  {
    when: (actor, budget, today) =>
      budget.status === 'adopted' &&
      today > `${budget.year + 1}-02-28` &&
      budgetPolicy.close(actor, budget),
    title: 'Clore l’exercice {year}',
    page: '',
    tone: 'neutral',
  },
]

export const budgetSpace: SpaceContribution = {
  async listTasks(db, actor, now) {
    if (!mayDraftBudgets(actor)) return []
    const budgets = await listBudgets(db, getOrganisationId(actor))
    return budgets.flatMap((budget) => toTasks(budget, actor, toDay(now)))
  },
  listLinks(actor) {
    if (mayDraftBudgets(actor)) return [{ label: 'Budgets numériques', href: '/espace/budgets' }]
    return associationStaff(actor, null)
      ? [{ label: 'Parts conseillées au numérique', href: '/espace/parts-conseillees' }]
      : []
  },
}

function toTasks(budget: Budget, actor: Actor, today: string): SpaceTask[] {
  return wordings
    .filter(({ when }) => when(actor, budget, today))
    .map(({ title, page, tone }) => ({
      title: t(title, { year: String(budget.year) }),
      href: `/espace/budgets/${budget.id}${page}`,
      tone,
    }))
}

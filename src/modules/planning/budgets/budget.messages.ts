/** What a commune's people are told when their budget moves. */
import { notify } from '#modules/identity/index.ts'
import type { Role } from '#platform/actor.ts'
import type { Db } from '#platform/database.ts'
import { t } from '#platform/i18n.ts'
import type { Budget } from './budget.schema.ts'
import type { BudgetStep } from './budget.workflow.ts'

const executive: Role[] = ['secretary', 'mayor']
const staff: Role[] = ['itOfficer', 'agent']

interface News {
  readonly title: string
  readonly text: string
  readonly roles: readonly Role[]
}

/** Opening and abandoning an amending decision is told to nobody: nothing changes for anybody yet. */
const newsOf: Partial<Readonly<Record<BudgetStep, News>>> = {
  submit: {
    title: 'Budget numérique à porter au vote',
    text: 'Les lignes sont prêtes. Relisez-les, puis enregistrez le vote du conseil ou renvoyez-les.',
    roles: executive,
  },
  sendBack: {
    title: 'Budget numérique à corriger',
    text: 'La direction a renvoyé les lignes du budget.',
    roles: staff,
  },
  adopt: {
    title: 'Budget numérique voté',
    text: 'Le vote est enregistré. Les lignes sont publiques et l’exécution peut être suivie.',
    roles: [...executive, ...staff],
  },
  adoptAmendment: {
    title: 'Budget numérique modifié',
    text: 'La décision modificative est votée : ses lignes sont en vigueur.',
    roles: [...executive, ...staff],
  },
  close: {
    title: 'Budget numérique clos',
    text: 'L’exercice est clos. Ses chiffres restent publics.',
    roles: [...executive, ...staff],
  },
}

export async function tellCommune(
  db: Db,
  { id, communeId, year }: Budget,
  step: BudgetStep,
  reason: string | undefined,
  now: Date,
  exceptPersonId: string | null,
): Promise<void> {
  const news = newsOf[step]
  if (!news) return
  await notify(
    db,
    {
      organisationId: communeId,
      roles: news.roles,
      exceptPersonId,
      topic: 'planning',
      subject: () => t('{what} : {year}', { what: t(news.title), year: String(year) }),
      text: () => reason ?? t(news.text),
      link: `/espace/budgets/${id}`,
      key: `budget:${id}:${step}:${now.getTime()}`,
    },
    now,
  )
}

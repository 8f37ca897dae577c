/** Who is told when a plan moves: the people of the commune, and those of the communes that share it. */
import { notify } from '#modules/identity/index.ts'
import { communeOfficers } from '#platform/actor.ts'
import { t, type Words } from '#platform/i18n.ts'
import type { Context } from '#platform/web.ts'
import type { Plan } from './plan.schema.ts'
import type { PlanStep } from './plan.workflow.ts'

const stepTitles: Readonly<Record<PlanStep, string>> = {
  submit: 'Schéma directeur soumis à la direction',
  return: 'Schéma directeur renvoyé pour être repris',
  validate: 'Schéma directeur validé, à présenter au conseil',
  deliberate: 'Schéma directeur adopté par le conseil communal',
  close: 'Schéma directeur clos',
  discard: 'Schéma directeur abandonné',
}

/** Partners learn what concerns them: that it was adopted, closed or abandoned. */
const sharedSteps: readonly PlanStep[] = ['validate', 'deliberate', 'close', 'discard']

export async function tellPlan(
  context: Context,
  plan: Plan,
  step: PlanStep,
  reason: string | undefined,
): Promise<void> {
  const { db, now } = context
  const partners = await db
    .selectFrom('planning.planPartner')
    .select('communeId')
    .where('planId', '=', plan.id)
    .where('communeId', '<>', plan.communeId)
    .where('status', '=', 'accepted')
    .execute()
  const told = sharedSteps.includes(step) ? partners.map(({ communeId }) => communeId) : []
  const news = {
    subject: () => t('{what} : {about}', { what: t(stepTitles[step]), about: plan.reference }),
    text: () => reason ?? plan.title,
    key: `${step}:${now.getTime()}`,
  }
  for (const organisationId of [plan.communeId, ...told])
    await tellCommune(context, plan, organisationId, news)
}

interface News {
  readonly subject: Words
  readonly text: Words
  readonly key: string
}

export async function tellCommune(
  { db, actor, now }: Context,
  plan: Plan,
  organisationId: string,
  { key, ...news }: News,
): Promise<void> {
  await notify(
    db,
    {
      ...{ organisationId, roles: communeOfficers, ...news },
      exceptPersonId: actor.id,
      topic: 'projects',
      link: `/espace/plan/${plan.id}`,
      key: `plan:${plan.id}:${organisationId}:${key}`,
    },
    now,
  )
}

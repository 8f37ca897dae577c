/** The button of an action of a master plan: it becomes a need, filled with what the plan says; pressing twice makes one. */
import { z } from 'zod'
import { domainLabels, getCommuneFacts } from '#modules/directory/index.ts'
import { getPlanAction, type Plan, type PlanAction } from '#modules/planning/index.ts'
import { type Actor, worksFor } from '#platform/actor.ts'
import { Conflict } from '#platform/errors.ts'
import { toDay } from '#platform/format.ts'
import { action, type Context, seeOther } from '#platform/web.ts'
import { findNeedOfAction } from './action-need.queries.ts'
import { draftNeed } from './action-need.rules.ts'
import { startNeed } from './need.actions.ts'
import { mayStartNeed } from './need.policy.ts'

interface Started {
  readonly action: PlanAction
  readonly plan: Plan
}

const mayStart = (actor: Actor, { plan }: Started) =>
  mayStartNeed(actor, null) &&
  plan.status === 'inForce' &&
  (worksFor(actor, plan.communeId) || worksFor(actor, plan.communeId, 'drafter'))

export const startFromAction = action('/espace/plan/actions/:actionId/besoin', {
  load: ({ actionId }, { db }): Promise<Started> => getPlanAction(db, actionId),
  allow: mayStart,
  input: z.object({}),
  back: ({ plan, action: { id } }) => `/espace/plan/${plan.id}/actions/${id}`,
  act: async (started, _, context) => {
    const known = await findNeedOfAction(context.db, started.action.id)
    if (known && known.status !== 'withdrawn')
      return seeOther(
        `/espace/besoins/${known.id}`,
        'Cette action est déjà devenue un besoin : le voici.',
      )
    if (started.action.status === 'abandoned')
      throw new Conflict('Cette action est abandonnée : elle ne devient plus un besoin.')
    const need = await startNeed(context, await describe(started, context))
    return seeOther(
      `/espace/besoins/${need.id}/etapes/problem`,
      'Le besoin est ouvert, rempli avec ce que dit le schéma directeur. Relisez chaque étape.',
    )
  },
})

async function describe({ action: planned, plan }: Started, { db, now }: Context) {
  return draftNeed({
    action: planned,
    plan,
    facts: await getCommuneFacts(db, plan.communeId),
    sourceLabel: planned.fundingSource,
    domains: new Set(Object.keys(domainLabels)),
    thisYear: Number(toDay(now).slice(0, 4)),
  })
}

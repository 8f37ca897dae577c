/** The button of an action of a master plan: it becomes a need, filled with what the plan says; pressing twice makes one. */
import { sql } from 'kysely'
import { z } from 'zod'
import { domainLabels, getCommuneFacts } from '#modules/directory/index.ts'
import {
  getPlanAction,
  listFundingSources,
  mayTurnIntoNeed,
  type Plan,
  type PlanAction,
} from '#modules/planning/index.ts'
import type { Actor } from '#platform/actor.ts'
import { Conflict } from '#platform/errors.ts'
import { toDay } from '#platform/format.ts'
import { action, type Context, seeOther } from '#platform/web.ts'
import { findNeedOfAction } from './action-need.queries.ts'
import { draftNeed } from './action-need.rules.ts'
import { startNeed } from './need.actions.ts'
import type { Need } from './need.schema.ts'

interface Started {
  readonly action: PlanAction
  readonly plan: Plan
}

/** As the plan says who may: it shows the button to nobody else. */
const mayStart = (actor: Actor, { plan }: Started) => mayTurnIntoNeed(actor, plan)

export const startFromAction = action('/espace/plan/actions/:actionId/besoin', {
  load: ({ actionId }, { db }): Promise<Started> => getPlanAction(db, actionId),
  allow: mayStart,
  input: z.object({}),
  back: ({ plan, action: { id } }) => `/espace/plan/${plan.id}/actions/${id}`,
  act: async (started, _, context) => {
    const { need, isNew } = await turnIntoNeed(context, started)
    return isNew
      ? seeOther(
          `/espace/besoins/${need.id}/etapes/problem`,
          'Le besoin est ouvert, rempli avec ce que dit le schéma directeur. Relisez chaque étape.',
        )
      : seeOther(
          `/espace/besoins/${need.id}`,
          'Cette action est déjà devenue un besoin : le voici.',
        )
  },
})

/** The need there is, or a new one; two people at once make one. */
export async function turnIntoNeed(
  context: Context,
  started: Started,
): Promise<{ need: Need; isNew: boolean }> {
  const { db } = context
  await sql`select pg_advisory_xact_lock(hashtextextended(${started.action.id}, 0))`.execute(db)
  const known = await findNeedOfAction(db, started.action.id)
  if (known && known.status !== 'withdrawn') return { need: known, isNew: false }
  if (started.action.status === 'abandoned')
    throw new Conflict('Cette action est abandonnée : elle ne devient plus un besoin.')
  return { need: await startNeed(context, await describe(started, context)), isNew: true }
}

async function describe({ action: planned, plan }: Started, { db, now }: Context) {
  const source = (await listFundingSources(db)).find(({ code }) => code === planned.fundingSource)
  return draftNeed({
    action: planned,
    plan,
    facts: await getCommuneFacts(db, plan.communeId),
    sourceLabel: source?.label ?? planned.fundingSource,
    domains: new Set(Object.keys(domainLabels)),
    thisYear: Number(toDay(now).slice(0, 4)),
  })
}

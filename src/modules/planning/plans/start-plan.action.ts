/** Opens a plan: the commune says for how long and with how much, the rest is generated. */
import { getPersonId } from '#platform/actor.ts'
import { Conflict, Forbidden } from '#platform/errors.ts'
import { toDay } from '#platform/format.ts'
import { createId } from '#platform/id.ts'
import { recordCreation } from '#platform/lifecycle.ts'
import { createReference } from '#platform/references.ts'
import type { Context } from '#platform/web.ts'
import { generatePlan } from './generate-plan.rules.ts'
import { findPlanSources } from './load-sources.ts'
import { planLifecycle } from './plan.lifecycle.ts'
import { mayStartPlan } from './plan.policy.ts'
import type { Plan, TemplateCode } from './plan.schema.ts'
import { saveGeneration } from './save-generation.ts'

export interface NewPlan {
  readonly title: string
  readonly template: TemplateCode
  readonly firstYear: number
  readonly yearlyEnvelopes: readonly number[]
}

export async function startPlan(context: Context, wanted: NewPlan): Promise<Plan> {
  const { actor, db, now } = context
  const { organisation } = actor
  if (!organisation || !mayStartPlan(actor, null)) throw new Forbidden()
  const { title, template, firstYear } = wanted
  const yearlyEnvelopes = [...wanted.yearlyEnvelopes]
  const communeId = organisation.id
  const sources = await findPlanSources(context, {
    ...{ communeId, template, firstYear, yearlyEnvelopes },
  })
  if (!sources) throw new Conflict('Le plan se dresse à partir d’un diagnostic confirmé.')
  const plan = (await db
    .insertInto('planning.plan')
    .values({
      ...{ communeId, title, template, firstYear, yearlyEnvelopes },
      id: createId(now.getTime()),
      reference: await createReference(db, 'SDSI', Number(toDay(now).slice(0, 4))),
      years: yearlyEnvelopes.length,
      status: 'draft',
      diagnosisId: sources.diagnosis.diagnosisId,
      generatedAt: now,
      createdBy: getPersonId(actor),
      createdAt: now,
      updatedAt: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()) as Plan
  await recordCreation(context, planLifecycle, plan)
  await saveGeneration(context, plan, generatePlan(sources))
  return plan
}

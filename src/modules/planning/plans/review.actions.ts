/** The yearly review: where each action is, what was spent, what is to be said; the state shows on the plan. */
import { getPersonId } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import { t } from '#platform/i18n.ts'
import type { Context } from '#platform/web.ts'
import { tellCommune } from './plan.messages.ts'
import type { ActionState, FullPlan } from './plan.schema.ts'
import { listMembers } from './review-round.rules.ts'

export interface ReviewLine {
  readonly actionId: string
  readonly state: ActionState
  readonly spent: number
  readonly comment: string
}

export interface Review {
  readonly year: number
  readonly summary: string
  readonly version: number
  readonly lines: readonly ReviewLine[]
}

/** False when somebody saved meanwhile, or closed it. */
export async function saveReview(
  context: Context,
  full: FullPlan,
  { year, summary, version, lines }: Review,
): Promise<boolean> {
  const { db, actor, now } = context
  const { plan } = full
  const owner = { planId: plan.id, communeId: plan.communeId }
  const saved = await db
    .insertInto('planning.planReview')
    .values({ ...owner, year, summary, recordedBy: getPersonId(actor), recordedAt: now })
    .onConflict((conflict) =>
      conflict
        .columns(['planId', 'year'])
        .doUpdateSet({
          summary,
          recordedBy: getPersonId(actor),
          recordedAt: now,
          version: version + 1,
        })
        .where('planning.planReview.version', '=', version)
        .where('planning.planReview.closedAt', 'is', null),
    )
    .returning('year')
    .executeTakeFirst()
  if (!saved) return false
  for (const { actionId, ...line } of lines) {
    await db
      .insertInto('planning.planActionReview')
      .values({ ...owner, actionId, year, ...line })
      .onConflict((conflict) => conflict.columns(['actionId', 'year']).doUpdateSet(line))
      .execute()
    await db
      .updateTable('planning.planAction')
      .set({ status: line.state, updatedAt: now })
      .where('id', '=', actionId)
      .where('planId', '=', plan.id)
      .execute()
  }
  const audit = { action: 'plan.review', subjectKind: 'plan', subjectId: plan.id }
  await recordAudit(db, { actor, organisationId: plan.communeId, ...audit, details: { year } }, now)
  for (const communeId of listMembers(full))
    await tellCommune(context, plan, communeId, {
      subject: () => t('L’avis de votre commune sur l’année {year}', { year: String(year) }),
      text: () => plan.title,
      key: `review:${year}`,
    })
  return true
}

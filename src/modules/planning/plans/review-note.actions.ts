/** What a member commune says of the year, and the lead closing a review without those that stay silent. */
import { getOrganisationId, getPersonId } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import { Conflict, Forbidden } from '#platform/errors.ts'
import { t } from '#platform/i18n.ts'
import type { Context } from '#platform/web.ts'
import { tellCommune } from './plan.messages.ts'
import { mayGiveNote, planPolicy } from './plan.policy.ts'
import { getFullPlan } from './plan.queries.ts'
import type { Plan } from './plan.schema.ts'
import { listReviews } from './review.queries.ts'
import { describeRound, listMembers } from './review-round.rules.ts'

export interface NewNote {
  readonly year: number
  readonly note: string
  readonly version: number
}

/** False when somebody of the commune saved meanwhile. */
export async function saveNote(
  context: Context,
  planId: string,
  { year, note, version }: NewNote,
): Promise<boolean> {
  const { db, actor, now } = context
  const full = await getFullPlan(db, planId)
  if (!mayGiveNote(actor, full)) throw new Forbidden()
  if (describeRound(full, year, await listReviews(db, planId))?.state === 'closed')
    throw new Conflict('La revue de cette année est close : votre avis ira dans la suivante.')
  const communeId = getOrganisationId(actor)
  const written = { note, recordedBy: getPersonId(actor), recordedAt: now }
  const saved = await db
    .insertInto('planning.planReviewNote')
    .values({ planId, year, communeId, ...written })
    .onConflict((conflict) =>
      conflict
        .columns(['planId', 'year', 'communeId'])
        .doUpdateSet({ ...written, version: version + 1 })
        .where('planning.planReviewNote.version', '=', version),
    )
    .returning('year')
    .executeTakeFirst()
  if (!saved) return false
  const audit = { action: 'plan.reviewNote', subjectKind: 'plan', subjectId: planId }
  await recordAudit(db, { actor, organisationId: communeId, ...audit, details: { year } }, now)
  await tellLead(context, full.plan, year)
  return true
}

function tellLead(context: Context, plan: Plan, year: number): Promise<void> {
  const commune = context.actor.organisation?.name ?? ''
  return tellCommune(context, plan, plan.communeId, {
    subject: () =>
      t('{commune} a donné son avis sur l’année {year}', { commune, year: String(year) }),
    text: () => plan.title,
    key: `note:${year}:${commune}`,
  })
}

/** Who said nothing is named in the journal; from then on neither the review nor an opinion changes. */
export async function closeReview(context: Context, planId: string, year: number): Promise<void> {
  const { db, actor, now } = context
  const full = await getFullPlan(db, planId)
  if (!planPolicy.review(actor, full.plan)) throw new Forbidden()
  const round = describeRound(full, year, await listReviews(db, planId))
  if (round?.state !== 'open')
    throw new Conflict('Cette revue n’attend plus personne : il n’y a rien à clore.')
  if (round.missing.includes(full.plan.communeId))
    throw new Conflict('Enregistrez d’abord votre propre revue de l’année.')
  await db
    .updateTable('planning.planReview')
    .set({ closedAt: now, closedBy: getPersonId(actor) })
    .where('planId', '=', planId)
    .where('year', '=', year)
    .where('closedAt', 'is', null)
    .execute()
  const audit = { action: 'plan.closeReview', subjectKind: 'plan', subjectId: planId }
  const details = { year, missing: round.missing.join(', ') }
  await recordAudit(db, { actor, organisationId: full.plan.communeId, ...audit, details }, now)
  for (const communeId of listMembers(full))
    await tellCommune(context, full.plan, communeId, {
      subject: () => t('Revue de l’année {year} close', { year: String(year) }),
      text: () => full.plan.title,
      key: `closeReview:${year}`,
    })
}

/** Several communes on one plan: the lead invites and proposes a share; each answers for itself. */
import { getPersonId } from '#platform/actor.ts'
import { Conflict, Forbidden } from '#platform/errors.ts'
import { t } from '#platform/i18n.ts'
import type { Context } from '#platform/web.ts'
import { tellCommune } from './plan.messages.ts'
import { listPartners } from './plan.queries.ts'
import type { Plan } from './plan.schema.ts'

const mostPartners = 8

export async function invitePartner(
  context: Context,
  plan: Plan,
  communeId: string,
  share: number,
): Promise<void> {
  const { db, actor, now } = context
  const known = await listPartners(db, plan.id)
  if (communeId === plan.communeId) throw new Conflict('La commune qui porte le plan y est déjà.')
  if (known.some((one) => one.communeId === communeId && one.status !== 'declined'))
    throw new Conflict('Cette commune est déjà invitée.')
  if (known.length >= mostPartners) throw new Conflict('Un plan réunit huit communes au plus.')
  const row = { planId: plan.id, leadId: plan.communeId }
  if (known.length === 0)
    await db
      .insertInto('planning.planPartner')
      .values({
        ...row,
        ...{ communeId: plan.communeId, share: 100 - share, status: 'accepted' },
        ...{ invitedAt: now, answeredAt: now, answeredBy: getPersonId(actor) },
      })
      .execute()
  await db
    .insertInto('planning.planPartner')
    .values({ ...row, communeId, share, status: 'invited', invitedAt: now })
    .onConflict((conflict) =>
      conflict
        .columns(['planId', 'communeId'])
        .doUpdateSet({ share, status: 'invited', invitedAt: now, reason: null }),
    )
    .execute()
  await tellCommune(context, plan, communeId, {
    subject: () =>
      t('Invitation à un schéma directeur intercommunal : {title}', { title: plan.title }),
    text: () =>
      t('{commune} propose de le porter ensemble ; part proposée : {share} %.', {
        commune: actor.organisation?.name ?? '',
        share,
      }),
    key: `invite:${now.getTime()}`,
  })
}

/** Changing a share asks the commune again: nobody pays what it did not accept. */
export async function saveShares(
  { db, now }: Context,
  plan: Plan,
  shares: ReadonlyMap<string, number>,
): Promise<void> {
  for (const partner of await listPartners(db, plan.id)) {
    const share = shares.get(partner.communeId)
    if (share === undefined || share === partner.share) continue
    const asksAgain = partner.communeId !== plan.communeId && partner.status === 'accepted'
    await db
      .updateTable('planning.planPartner')
      .set({ share, ...(asksAgain && { status: 'invited', invitedAt: now, answeredAt: null }) })
      .where('planId', '=', plan.id)
      .where('communeId', '=', partner.communeId)
      .execute()
  }
}

export async function answerInvitation(
  context: Context,
  plan: Plan,
  answer: 'accepted' | 'declined',
): Promise<void> {
  const { db, actor, now } = context
  const communeId = actor.organisation?.id
  if (!communeId) throw new Forbidden()
  await db
    .updateTable('planning.planPartner')
    .set({ status: answer, answeredAt: now, answeredBy: getPersonId(actor) })
    .where('planId', '=', plan.id)
    .where('communeId', '=', communeId)
    .where('status', '=', 'invited')
    .execute()
  const name = actor.organisation?.name ?? ''
  await tellCommune(context, plan, plan.communeId, {
    subject: () =>
      answer === 'accepted'
        ? t('{commune} rejoint le schéma directeur', { commune: name })
        : t('{commune} décline l’invitation au schéma directeur', { commune: name }),
    text: () => plan.title,
    key: `answer:${communeId}:${now.getTime()}`,
  })
}

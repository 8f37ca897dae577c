/** What happens to uses and ratings: each verb is one transaction, refreshes the catalogue and tells the other side. */
import { notify } from '#modules/identity/index.ts'
import type { Role } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import { Forbidden } from '#platform/errors.ts'
import { createId } from '#platform/id.ts'
import { moveThrough, recordCreation } from '#platform/lifecycle.ts'
import type { Context } from '#platform/web.ts'
import { refreshCatalogue } from '../catalogue/refresh-catalogue.ts'
import { deploymentLifecycle } from './deployment.lifecycle.ts'
import type { Deployment } from './deployment.queries.ts'
import type { DeploymentStep } from './deployment.workflow.ts'

const communeRoles: Role[] = ['secretary', 'mayor', 'itOfficer']
const startupRoles: Role[] = ['manager', 'member']

interface NewUse {
  readonly solutionId: string
  readonly startupId: string
  readonly solutionName: string
  readonly communeId: string
  readonly since: string | null
  readonly scope: string
  readonly users: number | null
}

/** The vendor's claim, which the commune is asked to confirm. Undefined when this use is already known. */
export async function claimUse(context: Context, use: NewUse): Promise<Deployment | undefined> {
  const created = await insertUse(context, use, 'claimed')
  if (!created) return undefined
  await tell(context, created, 'commune', {
    subject: `Confirmez-vous utiliser ${use.solutionName} ?`,
    text: `${context.actor.organisation?.name} indique que votre commune utilise ${use.solutionName}. Confirmez-le ou contestez-le : seule votre parole compte.`,
    key: 'claim',
  })
  return created
}

/** The commune's own word needs nobody else's. Undefined when this use is already known. */
export async function declareUse(context: Context, use: NewUse): Promise<Deployment | undefined> {
  const created = await insertUse(context, use, 'confirmed')
  if (!created) return undefined
  await tell(context, created, 'startup', {
    subject: `${context.actor.organisation?.name} confirme utiliser ${use.solutionName}`,
    text: 'Cette utilisation confirmée paraît sur la page de la solution.',
    key: 'declare',
  })
  return created
}

async function insertUse(
  context: Context,
  { solutionName: _, ...use }: NewUse,
  status: 'claimed' | 'confirmed',
): Promise<Deployment | undefined> {
  const { actor, db, now } = context
  const isClaim = status === 'claimed'
  const author = isClaim
    ? { claimedBy: actor.id, claimedAt: now }
    : { answeredBy: actor.id, answeredAt: now }
  const created = (await db
    .insertInto('directory.deployment')
    .values({ id: createId(now.getTime()), ...use, ...author, status, updatedAt: now })
    .onConflict((conflict) => conflict.columns(['solutionId', 'communeId']).doNothing())
    .returningAll()
    .executeTakeFirst()) as Deployment | undefined
  if (!created) return undefined
  await recordCreation(context, deploymentLifecycle, created)
  await refreshCatalogue(db, { solutionIds: [created.solutionId] })
  return created
}

const tidings: Record<
  DeploymentStep,
  (commune: string, reason: string) => { subject: string; text: string }
> = {
  confirm: (commune) => ({
    subject: `${commune} confirme utiliser votre solution`,
    text: 'Cette utilisation confirmée paraît sur la page de la solution.',
  }),
  contest: (commune, reason) => ({
    subject: `${commune} conteste utiliser votre solution`,
    text: `Motif donné : ${reason}`,
  }),
  end: (commune, reason) => ({
    subject: `${commune} n’utilise plus votre solution`,
    text: `Motif donné : ${reason}`,
  }),
}

export async function moveUse(
  context: Context,
  use: Deployment,
  step: DeploymentStep,
  reason?: string,
): Promise<void> {
  const { actor, now } = context
  const set = {
    answeredBy: actor.id,
    answeredAt: now,
    answerNote: reason ?? null,
    ...(step === 'end' && { endedOn: now.toISOString().slice(0, 10) }),
  }
  const moved = await moveThrough(context, deploymentLifecycle, use.id, step, {
    reason,
    facts: { reasonIsGiven: Boolean(reason) },
    set,
  })
  await refreshCatalogue(context.db, { solutionIds: [use.solutionId] })
  await tell(context, moved, 'startup', {
    ...tidings[step](actor.organisation?.name ?? '', reason ?? ''),
    key: step,
  })
}

/** Keeps the commune's stars and comment; rating again replaces them. */
export async function rateUse(
  context: Context,
  use: Deployment,
  { stars, comment }: { stars: number; comment: string },
): Promise<void> {
  const { actor, db, now } = context
  if (actor.id === null) throw new Forbidden()
  const rating = { stars, comment, ratedBy: actor.id, updatedAt: now }
  await db
    .insertInto('directory.rating')
    .values({
      deploymentId: use.id,
      communeId: use.communeId,
      solutionId: use.solutionId,
      ...rating,
      createdAt: now,
    })
    .onConflict((conflict) => conflict.column('deploymentId').doUpdateSet(rating))
    .execute()
  await record(context, use, 'rating.write', { stars })
  await tell(context, use, 'startup', {
    subject: `${actor.organisation?.name} a donné son avis`,
    text: `${stars} sur 5 : ${comment}`,
    key: 'rate',
  })
}

export async function replyToRating(
  context: Context,
  use: Deployment,
  reply: string,
): Promise<void> {
  const { db, now } = context
  await db
    .updateTable('directory.rating')
    .set({ reply, repliedAt: now })
    .where('deploymentId', '=', use.id)
    .execute()
  await record(context, use, 'rating.reply', {})
  await tell(context, use, 'commune', {
    subject: 'La startup répond à votre avis',
    text: reply,
    key: 'reply',
  })
}

/** The comment leaves the public page and the average; both sides are told why. */
export async function hideRating(context: Context, use: Deployment, reason: string): Promise<void> {
  const { db, now } = context
  await db
    .updateTable('directory.rating')
    .set({ hiddenAt: now, hiddenReason: reason })
    .where('deploymentId', '=', use.id)
    .execute()
  await record(context, use, 'rating.hide', {})
  const notice = {
    subject: 'Un avis est masqué par le secrétariat',
    text: `Motif : ${reason}`,
    key: 'hide',
  }
  await tell(context, use, 'commune', notice)
  await tell(context, use, 'startup', notice)
}

async function record(
  { db, actor, now }: Context,
  use: Deployment,
  action: string,
  details: Record<string, number>,
): Promise<void> {
  await refreshCatalogue(db, { solutionIds: [use.solutionId] })
  await recordAudit(
    db,
    {
      actor,
      organisationId: use.communeId,
      action,
      subjectKind: 'deployment',
      subjectId: use.id,
      details,
    },
    now,
  )
}

async function tell(
  { db, actor, now }: Context,
  use: Deployment,
  to: 'commune' | 'startup',
  notice: { subject: string; text: string; key: string },
): Promise<void> {
  await notify(
    db,
    {
      organisationId: to === 'commune' ? use.communeId : use.startupId,
      roles: to === 'commune' ? communeRoles : startupRoles,
      exceptPersonId: actor.id,
      topic: 'deployments',
      subject: notice.subject,
      text: notice.text,
      link:
        to === 'commune'
          ? '/espace/utilisations'
          : `/espace/solutions/${use.solutionId}/references`,
      key: `deployment:${use.id}:${notice.key}:${now.getTime()}`,
    },
    now,
  )
}

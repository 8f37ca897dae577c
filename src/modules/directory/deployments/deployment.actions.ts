/** What happens to a use: each verb is one transaction, refreshes the catalogue and tells the other side. */
import { toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { createId } from '#platform/id.ts'
import { moveThrough, recordCreation } from '#platform/lifecycle.ts'
import type { Context } from '#platform/web.ts'
import { refreshCatalogue } from '../catalogue/refresh-catalogue.ts'
import { deploymentLifecycle } from './deployment.lifecycle.ts'
import type { Deployment, NamedUse } from './deployment.queries.ts'
import type { DeploymentStep } from './deployment.workflow.ts'
import { tellOtherSide } from './tell-other-side.ts'

interface NewUse {
  readonly solutionId: string
  readonly startupId: string
  readonly solutionName: string
  readonly communeId: string
  readonly since: string | null
  readonly scope: string
  readonly users: number | null
}

type Acting = Pick<Context, 'db' | 'actor' | 'now'>

const shown = () => t('Cette utilisation confirmée paraît sur la page de la solution.')

/** The vendor's claim, which the commune is asked to confirm. Undefined when this use is already known. */
export async function claimUse(context: Acting, use: NewUse): Promise<Deployment | undefined> {
  const created = await insertUse(context, use, 'claimed')
  if (!created) return undefined
  await tellOtherSide(context, created, 'commune', {
    subject: () =>
      t('Confirmez-vous utiliser {solutionName} ?', { solutionName: use.solutionName }),
    text: () =>
      t(
        '{name} indique que votre commune utilise {solutionName}. Confirmez-le ou contestez-le : seule votre parole compte.',
        { name: nameOf(context), solutionName: use.solutionName },
      ),
    key: 'claim',
  })
  return created
}

/** The commune's own word needs nobody else's. Undefined when this use is already known. */
export async function declareUse(context: Acting, use: NewUse): Promise<Deployment | undefined> {
  const created = await insertUse(context, use, 'confirmed')
  if (!created) return undefined
  await tellOtherSide(context, created, 'startup', {
    subject: () =>
      t('{name} confirme utiliser {solutionName}', {
        name: nameOf(context),
        solutionName: use.solutionName,
      }),
    text: shown,
    key: 'declare',
  })
  return created
}

const nameOf = ({ actor }: Acting) => actor.organisation?.name ?? ''

async function insertUse(
  context: Acting,
  { solutionName: _, ...use }: NewUse,
  status: 'claimed' | 'confirmed',
): Promise<Deployment | undefined> {
  const { actor, db, now } = context
  const author =
    status === 'claimed'
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

const stepTitles: Record<DeploymentStep, string> = {
  confirm: '{name} confirme utiliser {solutionName}',
  contest: '{name} conteste utiliser {solutionName}',
  end: '{name} n’utilise plus {solutionName}',
}

export async function moveUse(
  context: Acting,
  use: NamedUse,
  step: DeploymentStep,
  reason?: string,
): Promise<void> {
  const { actor, db, now } = context
  const moved = await moveThrough(context, deploymentLifecycle, use.id, step, {
    reason,
    facts: { reasonIsGiven: Boolean(reason) },
    set: {
      answeredBy: actor.id,
      answeredAt: now,
      answerNote: reason ?? null,
      endedOn: step === 'end' ? toDay(now) : null,
    },
  })
  await refreshCatalogue(db, { solutionIds: [use.solutionId] })
  const subject = () =>
    t(stepTitles[step], {
      name: nameOf(context),
      solutionName: use.solutionName ?? t('votre solution'),
    })
  const text = () => (reason ? t('Motif donné : {reason}', { reason }) : shown())
  await tellOtherSide(context, moved, 'startup', { subject, text, key: step })
}

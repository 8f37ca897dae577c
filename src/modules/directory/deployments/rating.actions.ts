/** What happens to the opinion of a commune: written, answered, hidden, shown again. */

import { getPersonId } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import { Conflict } from '#platform/errors.ts'
import { t, type Words } from '#platform/i18n.ts'
import { outdated } from '#platform/lifecycle.ts'
import type { Context } from '#platform/web.ts'
import { refreshCatalogue } from '../catalogue/refresh-catalogue.ts'
import type { NamedUse } from './deployment.queries.ts'
import { tellOtherSide } from './tell-other-side.ts'

type Acting = Pick<Context, 'db' | 'actor' | 'now'>

/** Keeps the commune's stars and comment; rating again replaces them, hidden or not. */
export async function rateUse(
  context: Acting,
  use: NamedUse,
  { stars, comment }: { stars: number; comment: string },
): Promise<{ isHidden: boolean }> {
  const { actor, db, now } = context
  const { id: deploymentId, communeId, solutionId } = use
  const rating = { stars, comment, ratedBy: getPersonId(actor), updatedAt: now }
  const { hiddenAt } = await db
    .insertInto('directory.rating')
    .values({ deploymentId, communeId, solutionId, ...rating, createdAt: now })
    .onConflict((conflict) => conflict.column('deploymentId').doUpdateSet(rating))
    .returning('hiddenAt')
    .executeTakeFirstOrThrow()
  await record(context, use, 'rating.write', { stars })
  await tellOtherSide(context, use, 'startup', {
    subject: () =>
      t('{organisation} a donné son avis sur {name}', {
        organisation: actor.organisation?.name ?? '',
        name: nameOf(use),
      }),
    text: () => t('{stars} sur 5 : {comment}', { stars, comment }),
    key: 'rate',
  })
  if (hiddenAt) await tellModerators(context, use)
  return { isHidden: hiddenAt !== null }
}

/** Whoever hid an opinion is the one who can show it again. */
async function tellModerators(context: Acting, use: NamedUse): Promise<void> {
  await tellOtherSide(context, use, 'association', {
    subject: () =>
      t('{organisation} a récrit l’avis masqué sur {name}', {
        organisation: context.actor.organisation?.name ?? '',
        name: nameOf(use),
      }),
    text: () => t('Relisez-le sur la page de la solution : s’il est en règle, rétablissez-le.'),
    key: 'rewrite',
  })
}

const nameOf = ({ solutionName }: NamedUse) => solutionName ?? t('une solution')

/** One reply, which may be rewritten. */
export async function replyToRating(context: Acting, use: NamedUse, reply: string): Promise<void> {
  const { db, now } = context
  await db
    .updateTable('directory.rating')
    .set({ reply, repliedAt: now })
    .where('deploymentId', '=', use.id)
    .execute()
  await record(context, use, 'rating.reply', {})
  await tellOtherSide(context, use, 'commune', {
    subject: () => t('La startup répond à votre avis sur {name}', { name: nameOf(use) }),
    text: () => reply,
    key: 'reply',
  })
}

/** The comment leaves the public page and the average; both sides are told why. */
export async function hideRating(context: Acting, use: NamedUse, reason: string): Promise<void> {
  await setHidden(context, use, reason)
  await record(context, use, 'rating.hide', {})
  await tellBoth(context, use, {
    subject: () => t('L’association masque un avis sur {name}', { name: nameOf(use) }),
    text: () => t('Motif : {reason}', { reason }),
    key: 'hide',
  })
}

export async function restoreRating(context: Acting, use: NamedUse): Promise<void> {
  await setHidden(context, use, null)
  await record(context, use, 'rating.restore', {})
  await tellBoth(context, use, {
    subject: () => t('Un avis sur {name} paraît de nouveau', { name: nameOf(use) }),
    text: () => t('L’association a rétabli l’avis qu’elle avait masqué.'),
    key: 'restore',
  })
}

/** Two people of the secretariat may press at once: the second is told. */
async function setHidden({ db, now }: Acting, use: NamedUse, reason: string | null) {
  const changed = await db
    .updateTable('directory.rating')
    .set({ hiddenAt: reason === null ? null : now, hiddenReason: reason })
    .where('deploymentId', '=', use.id)
    .where('hiddenAt', reason === null ? 'is not' : 'is', null)
    .returning('deploymentId')
    .executeTakeFirst()
  if (!changed) throw new Conflict(outdated)
}

async function tellBoth(
  context: Acting,
  use: NamedUse,
  tidings: { subject: Words; text: Words; key: string },
): Promise<void> {
  await tellOtherSide(context, use, 'commune', tidings)
  await tellOtherSide(context, use, 'startup', tidings)
}

async function record(
  { db, actor, now }: Acting,
  { id: subjectId, communeId: organisationId, solutionId }: NamedUse,
  action: string,
  details: Record<string, number>,
): Promise<void> {
  await refreshCatalogue(db, { solutionIds: [solutionId] })
  const entry = { actor, organisationId, action, subjectKind: 'deployment', subjectId, details }
  await recordAudit(db, entry, now)
}

/** What a commune takes from now on; what it already received stays where it is. */
import { getOrganisationId } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import { Forbidden } from '#platform/errors.ts'
import type { Context } from '#platform/web.ts'
import { mayChooseCategories } from './report.policy.ts'

export interface ChosenCategory {
  readonly category: string
  readonly department: string
}

export async function chooseCategories(
  { db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>,
  chosen: readonly ChosenCategory[],
): Promise<void> {
  const communeId = getOrganisationId(actor)
  if (!mayChooseCategories(actor, { communeId })) throw new Forbidden()
  await db.deleteFrom('services.reportCategory').where('communeId', '=', communeId).execute()
  if (chosen.length > 0)
    await db
      .insertInto('services.reportCategory')
      .values(chosen.map((one) => ({ ...one, communeId, updatedAt: now })))
      .execute()
  const subject = { subjectKind: 'commune', subjectId: communeId }
  const details = { categories: chosen.map(({ category }) => category).join(' ') }
  await recordAudit(
    db,
    { actor, organisationId: communeId, action: 'report.categories', ...subject, details },
    now,
  )
}

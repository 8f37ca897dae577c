/** The association says what an action costs, from when and why: added to what it said before, never over it. */
import { getPersonId } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import { Forbidden } from '#platform/errors.ts'
import { createId } from '#platform/id.ts'
import { associationStaff } from '#platform/policy.ts'
import type { Context } from '#platform/web.ts'
import type { LibraryCost } from './library.schema.ts'

type NewCost = Pick<LibraryCost, 'validFrom' | 'reason' | 'isConfirmed' | 'brackets'>

export async function saveCost(
  { db, actor, now }: Context,
  actionCode: string,
  { validFrom, reason, isConfirmed, brackets }: NewCost,
): Promise<void> {
  if (!actor.organisation || !associationStaff(actor, null)) throw new Forbidden()
  const id = createId(now.getTime())
  await db
    .insertInto('planning.libraryCost')
    .values({
      ...{ id, actionCode, validFrom, reason, isConfirmed },
      source: `${actor.organisation.name}`,
      brackets: JSON.stringify(brackets),
      createdBy: getPersonId(actor),
      createdAt: now,
    })
    .execute()
  const audit = { action: 'libraryCost.state', subjectKind: 'libraryCost', subjectId: id }
  const details = { actionCode, validFrom }
  await recordAudit(db, { actor, organisationId: actor.organisation.id, ...audit, details }, now)
}

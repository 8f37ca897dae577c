/** A new value for an assumption: kept beside the earlier ones, told to the journal, and every commune reckoned again. */
import { recordAudit } from '#platform/audit.ts'
import { Forbidden } from '#platform/errors.ts'
import { recordEvent, type Subscriber } from '#platform/events.ts'
import { createId } from '#platform/id.ts'
import { associationStaff } from '#platform/policy.ts'
import type { Acting } from './keep.ts'
import { refreshConnectivity } from './refresh-states.ts'

interface NewValue {
  readonly validFrom: string
  readonly value: number
  readonly source: string
  readonly isConfirmed: boolean
  readonly reason: string
}

/** False when another value begins that day. */
export async function setAssumption(
  { db, actor, now }: Acting,
  key: string,
  given: NewValue,
): Promise<boolean> {
  if (!associationStaff(actor, null)) throw new Forbidden()
  const id = createId(now.getTime())
  const saved = await db
    .insertInto('planning.connectivityAssumption')
    .values({ id, key, ...given, setBy: actor.id, setAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!saved) return false
  const { validFrom, value, isConfirmed } = given
  await recordAudit(
    db,
    {
      actor,
      organisationId: actor.organisation?.id ?? null,
      action: 'connectivityAssumption.set',
      subjectKind: 'connectivityAssumption',
      subjectId: id,
      details: { key, validFrom, value, isConfirmed },
    },
    now,
  )
  const payload = { key }
  await recordEvent(db, { kind: 'connectivityAssumption.set', subjectId: id, payload }, now)
  return true
}

/** Every commune follows, outside the request of whoever changed it. */
export const followAssumption: Subscriber = (db, { occurredAt }) =>
  refreshConnectivity(db, occurredAt)

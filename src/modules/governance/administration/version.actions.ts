/** The versions of an entry: the one before ends the day before the next begins, so that they never overlap. */
import { addDaysTo } from '#platform/days.rules.ts'
import { createId } from '#platform/id.ts'
import type { Moving } from '#platform/lifecycle.ts'
import type { ReferenceEntry } from '#platform/reference-list.ts'
import type { ReferenceChange } from './change.schema.ts'

export async function recordVersion(
  { db, now }: Moving,
  change: ReferenceChange,
  former: ReferenceEntry | undefined,
): Promise<void> {
  if (former) await closeFormer({ db, now }, change, former)
  if (change.content === null) return
  const { associationId, listCode, entryKey, content, takesEffectOn } = change
  const { source, sourceDate, sourceUrl, reason, id: changeId } = change
  await db
    .insertInto('governance.referenceVersion')
    .values({
      ...{ id: createId(now.getTime()), associationId, listCode, entryKey, changeId },
      content: JSON.stringify(content),
      validFrom: takesEffectOn,
      ...{ source, sourceDate, sourceUrl, reason, recordedAt: now },
    })
    .execute()
}

/** What was delivered with the platform becomes a version the first time it gives way. */
async function closeFormer(
  { db, now }: Pick<Moving, 'db' | 'now'>,
  { associationId, listCode, entryKey, takesEffectOn }: ReferenceChange,
  { content, validFrom, source }: ReferenceEntry,
): Promise<void> {
  const validUntil = addDaysTo(takesEffectOn, -1)
  const closed = await db
    .updateTable('governance.referenceVersion')
    .set({ validUntil })
    .where('listCode', '=', listCode)
    .where('entryKey', '=', entryKey)
    .where('validUntil', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (closed) return
  await db
    .insertInto('governance.referenceVersion')
    .values({
      ...{ id: createId(now.getTime()), associationId, listCode, entryKey, source },
      content: JSON.stringify(content),
      ...{ validFrom, validUntil, reason: deliveredReason, recordedAt: now },
    })
    .execute()
}

export const deliveredReason = 'Livré avec la plateforme.'

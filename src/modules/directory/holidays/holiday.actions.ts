/** Keeping the list of days off; what was counted before keeps its date. */
import { recordAudit } from '#platform/audit.ts'
import { createId } from '#platform/id.ts'
import type { Context } from '#platform/web.ts'
import type { Holiday } from './holiday.queries.ts'
import type { NewHoliday } from './holiday.schema.ts'

/** False when the day is on the list already. */
export async function addHoliday(context: Context, holiday: NewHoliday): Promise<boolean> {
  const { db, actor, now } = context
  const saved = await db
    .insertInto('directory.holiday')
    .values({ id: createId(now.getTime()), ...holiday, setBy: actor.id, setAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (saved) await record(context, saved.id, 'holiday.add', holiday)
  return saved !== undefined
}

export async function removeHoliday(context: Context, { id, day, name }: Holiday): Promise<void> {
  await context.db.deleteFrom('directory.holiday').where('id', '=', id).execute()
  await record(context, id, 'holiday.remove', { day, name })
}

function record(
  { db, actor, now }: Context,
  subjectId: string,
  action: string,
  details: Readonly<Record<string, string | boolean>>,
): Promise<unknown> {
  const organisationId = actor.organisation?.id ?? null
  const subject = { subjectKind: 'holiday', subjectId }
  return recordAudit(db, { actor, organisationId, action, ...subject, details }, now)
}

/** What an agent answered while trying a procedure: theirs alone. */
import { getPersonId } from '#platform/actor.ts'
import type { Context } from '#platform/web.ts'
import type { Answers } from '../procedures/procedure.types.ts'

export async function findTrialAnswers(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  procedureId: string,
): Promise<Answers> {
  const found = await db
    .selectFrom('services.procedureTrial')
    .select('answers')
    .where('procedureId', '=', procedureId)
    .where('personId', '=', getPersonId(actor))
    .executeTakeFirst()
  return (found?.answers ?? {}) as Answers
}

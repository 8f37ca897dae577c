/** A trial keeps the answers of its agent until they end it, or for a week. */

import { getPersonId, system } from '#platform/actor.ts'
import { type Db, writeAs } from '#platform/database.ts'
import { addDays } from '#platform/days.rules.ts'
import { Forbidden } from '#platform/errors.ts'
import type { Schedule } from '#platform/jobs.ts'
import type { Context } from '#platform/web.ts'
import type { Procedure } from '../procedures/procedure.lifecycle.ts'
import { procedurePolicy } from '../procedures/procedure.policy.ts'
import type { Answers } from '../procedures/procedure.types.ts'

const keptDays = 7

type Trying = Pick<Context, 'db' | 'actor' | 'now'>
type Tried = Pick<Procedure, 'id' | 'communeId'>

export async function keepTrialAnswers(
  { db, actor, now }: Trying,
  { id: procedureId, communeId }: Tried,
  answers: Answers,
): Promise<void> {
  if (!procedurePolicy.write(actor, { communeId })) throw new Forbidden()
  const kept = { answers: JSON.stringify(answers), savedAt: now }
  await db
    .insertInto('services.procedureTrial')
    .values({ procedureId, personId: getPersonId(actor), communeId, ...kept })
    .onConflict((conflict) => conflict.columns(['procedureId', 'personId']).doUpdateSet(kept))
    .execute()
}

export async function endTrial(
  { db, actor }: Pick<Trying, 'db' | 'actor'>,
  { id }: Tried,
): Promise<void> {
  await db
    .deleteFrom('services.procedureTrial')
    .where('procedureId', '=', id)
    .where('personId', '=', getPersonId(actor))
    .execute()
}

export async function forgetOldTrials(db: Db, now: Date): Promise<void> {
  const before = addDays(now, -keptDays)
  await db.deleteFrom('services.procedureTrial').where('savedAt', '<', before).execute()
}

export const trialSchedules: readonly Schedule[] = [
  {
    name: 'forget-old-trials',
    pattern: '41 2 * * *',
    work: ({ db }, now) => writeAs(db, system, (transaction) => forgetOldTrials(transaction, now)),
  },
]

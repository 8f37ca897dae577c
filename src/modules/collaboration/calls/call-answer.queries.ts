/** Questions to a call and their answers, without who asked. */
import type { Db } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'

export interface Answer {
  readonly id: string
  readonly callId: string
  readonly question: string
  readonly answer: string | null
  readonly askedAt: Date
  readonly answeredAt: Date | null
}

const columns = ['id', 'callId', 'question', 'answer', 'askedAt', 'answeredAt'] as const

/** Row-level security leaves out, for the public, what is not answered yet. */
export async function listAnswers(
  db: Db,
  callId: string,
  scope: 'answered' | 'all',
): Promise<Answer[]> {
  let query = db.selectFrom('collaboration.callAnswer').select(columns).where('callId', '=', callId)
  if (scope === 'answered') query = query.where('answeredAt', 'is not', null)
  return query.orderBy('askedAt').orderBy('id').limit(1000).execute()
}

export async function getAnswer(db: Db, answerId: string): Promise<Answer> {
  const row = await db
    .selectFrom('collaboration.callAnswer')
    .select(columns)
    .where('id', '=', answerId)
    .executeTakeFirst()
  return orNotFound(row)
}

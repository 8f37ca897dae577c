/** Notes and consensus. Row-level security shows each member their own notes; the others' are read as the system, once all have finished. */
import type { Db } from '#platform/database.ts'
import type { Award, Consensus, Score } from './evaluation.schema.ts'

export async function listOwnScores(
  db: Db,
  callId: string,
  evaluatorId: string | null,
): Promise<Score[]> {
  if (evaluatorId === null) return []
  return db
    .selectFrom('collaboration.score')
    .selectAll()
    .where('callId', '=', callId)
    .where('evaluatorId', '=', evaluatorId)
    .where('voidedAt', 'is', null)
    .execute()
}

/** For the system: every note that counts, of one proposal. */
export function listScoresOf(db: Db, proposalId: string): Promise<Score[]> {
  return db
    .selectFrom('collaboration.score')
    .selectAll()
    .where('proposalId', '=', proposalId)
    .where('voidedAt', 'is', null)
    .orderBy('evaluatorId')
    .execute()
}

export function listConsensus(db: Db, callId: string): Promise<Consensus[]> {
  return db.selectFrom('collaboration.consensus').selectAll().where('callId', '=', callId).execute()
}

export function listAwards(db: Db, callId: string): Promise<Award[]> {
  return db.selectFrom('collaboration.award').selectAll().where('callId', '=', callId).execute()
}

/** A recommendation as everybody may read it, for programs. */
import { visitor } from '#platform/actor.ts'
import type { Db } from '#platform/database.ts'
import { NotFound } from '#platform/errors.ts'
import { recommendationPolicy } from './recommendation.policy.ts'
import { getRecommendationByReference } from './recommendation.queries.ts'

/** Nothing while it is only proposed, whoever asks. */
export async function getPublicRecommendation(db: Db, reference: string) {
  const full = await getRecommendationByReference(db, reference)
  if (!recommendationPolicy.read(visitor, full.recommendation)) throw new NotFound()
  return full
}

/** A need as everybody may read it, for programs. */
import type { Db } from '#platform/database.ts'
import { NotFound } from '#platform/errors.ts'
import { isPublicNeed } from './need.policy.ts'
import { getNeedByReference, listJoiners } from './need.queries.ts'

/** Nothing while it is not published, whoever asks. */
export async function getPublicNeed(db: Db, reference: string) {
  const need = await getNeedByReference(db, reference)
  if (!isPublicNeed(need)) throw new NotFound()
  const joiners = await listJoiners(db, need.id)
  return { need, joinerIds: joiners.map(({ communeId }) => communeId) }
}

/** Says anew by which words a request is found. */
import type { Db } from '#platform/database.ts'
import type { Request } from './request.lifecycle.ts'
import { listRequestWords } from './request-words.rules.ts'

export async function recordRequestWords(db: Db, request: Request): Promise<void> {
  const { id: requestId, communeId, requesterId } = request
  await db.deleteFrom('services.requestWord').where('requestId', '=', requestId).execute()
  const rows = listRequestWords(request).map((word) => ({
    communeId,
    word,
    requestId,
    requesterId,
  }))
  await db.insertInto('services.requestWord').values(rows).execute()
}

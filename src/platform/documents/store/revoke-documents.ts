/** Withdraws the papers of a subject: they stay as they were, and whoever checks one is told that it no longer holds. */
import { recordAudit } from '../../audit.ts'
import type { Context } from '../../web.ts'

/** In the request's transaction; those already withdrawn keep their first reason. */
export async function revokeDocuments(
  { db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>,
  subjectId: string,
  reason: string,
): Promise<void> {
  const revoked = await db
    .updateTable('platform.document')
    .set({ revokedAt: now, revokedBy: actor.id, revocationReason: reason })
    .where('subjectId', '=', subjectId)
    .where('revokedAt', 'is', null)
    .returning(['id', 'kind', 'issuerId'])
    .execute()
  for (const { id, kind, issuerId } of revoked) {
    const subject = { subjectKind: 'document', subjectId: id, details: { kind } }
    const entry = { actor, organisationId: issuerId, action: 'document.revoke', ...subject }
    await recordAudit(db, entry, now)
  }
}

/** Keeping what a commune says of its own means. */
import { sql } from 'kysely'
import { recordAudit } from '#platform/audit.ts'
import type { Context } from '#platform/web.ts'
import type { ProfileEdit } from './commune-profile.schema.ts'

/** False when another version was saved since the page was shown; nothing is written then. */
export async function saveProfile(
  { db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>,
  communeId: string,
  { version, ...answers }: ProfileEdit,
): Promise<boolean> {
  const row = { ...answers, version: version + 1, updatedAt: now, updatedBy: actor.id }
  const saved = await db
    .insertInto('directory.communeProfile')
    .values({ communeId, ...row })
    .onConflict((conflict) =>
      conflict
        .column('communeId')
        .doUpdateSet(row)
        .where(sql`commune_profile.version`, '=', version),
    )
    .returning('version')
    .executeTakeFirst()
  if (!saved) return false
  const entry = {
    actor,
    organisationId: communeId,
    action: 'commune.profile',
    subjectKind: 'commune',
    subjectId: communeId,
    details: { version: saved.version },
  }
  await recordAudit(db, entry, now)
  return true
}

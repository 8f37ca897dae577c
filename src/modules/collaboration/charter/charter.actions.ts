/** What the association does with the charter: a new draft from the version in force, its points, its publication. */
import { getOrganisationId, getPersonId } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import { Conflict } from '#platform/errors.ts'
import { createId } from '#platform/id.ts'
import { moveThrough, recordCreation } from '#platform/lifecycle.ts'
import type { Context } from '#platform/web.ts'
import { charterLifecycle } from './charter.lifecycle.ts'
import { findDraftCharter, getCharterInForce, listPublishedVersions } from './charter.queries.ts'
import type { Charter, CharterPoint, CharterVersion, PointInput } from './charter.schema.ts'

/** The draft there is, or a new one that begins as the version in force. */
export async function startDraft(context: Context): Promise<Charter> {
  const { db, actor, now } = context
  const [newest] = await listPublishedVersions(db)
  const version = (await db
    .insertInto('collaboration.charterVersion')
    .values({
      id: createId(now.getTime()),
      number: (newest?.number ?? 0) + 1,
      status: 'draft',
      organisationId: getOrganisationId(actor),
      createdBy: getPersonId(actor),
      createdAt: now,
      updatedAt: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()) as CharterVersion | undefined
  if (version) {
    await recordCreation(context, charterLifecycle, version)
    await copyPoints(context, version.id)
  }
  const draft = await findDraftCharter(db)
  if (!draft) throw new Conflict('La nouvelle version n’a pas pu être ouverte. Réessayez.')
  return draft
}

async function copyPoints({ db }: Context, charterVersionId: string): Promise<void> {
  const { points } = await getCharterInForce(db)
  const rows = points.map((point) => ({ ...point, id: createId(), charterVersionId }))
  if (rows.length > 0) await db.insertInto('collaboration.charterPoint').values(rows).execute()
}

/** Writes a point of the draft; without a known one, adds it. The key stays what it was, for the versions to be compared. */
export async function savePoint(
  context: Context,
  { version, points }: Charter,
  known: CharterPoint | null,
  input: PointInput,
): Promise<void> {
  const { db } = context
  const row = { ...input, charterVersionId: version.id }
  if (known) {
    await db.updateTable('collaboration.charterPoint').set(row).where('id', '=', known.id).execute()
  } else {
    const key = `point-${version.number}-${createId().slice(-6)}`
    await db
      .insertInto('collaboration.charterPoint')
      .values({ id: createId(), key, ...row })
      .execute()
  }
  const others = points.filter(({ id }) => id !== known?.id).map(({ id }) => id)
  await reorder(context, version.id, others, input.position)
  await recordEdit(context, version, known ? 'charter.rewritePoint' : 'charter.addPoint')
}

/** The other points close ranks around the place this one asked for. */
async function reorder(
  { db }: Context,
  versionId: string,
  others: readonly string[],
  position: number,
): Promise<void> {
  for (const [index, id] of others.entries()) {
    await db
      .updateTable('collaboration.charterPoint')
      .set({ position: index + 1 < position ? index + 1 : index + 2 })
      .where('id', '=', id)
      .where('charterVersionId', '=', versionId)
      .execute()
  }
}

export async function removePoint(
  context: Context,
  { version }: Charter,
  point: CharterPoint,
): Promise<void> {
  await context.db
    .deleteFrom('collaboration.charterPoint')
    .where('id', '=', point.id)
    .where('charterVersionId', '=', version.id)
    .execute()
  await recordEdit(context, version, 'charter.removePoint')
}

async function recordEdit(
  { db, actor, now }: Context,
  { id: subjectId, organisationId, number }: CharterVersion,
  action: string,
): Promise<void> {
  const subject = { subjectKind: 'charter', subjectId, details: { number } }
  await recordAudit(db, { actor, organisationId, action, ...subject }, now)
}

/** The version in force gives way in the same transaction: there is never none, and never two. */
export async function publishCharter(
  context: Context,
  { version, points }: Charter,
  note: string,
): Promise<CharterVersion> {
  const inForce = await getCharterInForce(context.db)
  await moveThrough(context, charterLifecycle, inForce.version.id, 'supersede')
  return moveThrough(context, charterLifecycle, version.id, 'publish', {
    facts: { hasPoints: points.length > 0 },
    set: { note, publishedAt: context.now },
  })
}

/** Giving a commune's papers their emblem, or taking it away; papers already issued keep what they have. */
import { buffer } from 'node:stream/consumers'
import { recordAudit } from '#platform/audit.ts'
import { renderPdf } from '#platform/documents.ts'
import type { Context, Upload } from '#platform/web.ts'
import type { Commune } from '../communes/commune.queries.ts'
import type { Emblem } from './emblem.queries.ts'
import { readPictureSize } from './picture-size.rules.ts'

const mostPixels = 2000

/** The reason to refuse it, or null once it is kept. */
export async function saveEmblem(
  context: Context,
  commune: Commune,
  { sha256, mediaType }: Upload,
): Promise<string | null> {
  const { db, actor, now, platform } = context
  const bytes = await buffer(await platform.files.open(sha256))
  const emblem = { bytes, mediaType: mediaType as Emblem['mediaType'] }
  const size = readPictureSize(bytes)
  if (!size) return 'Cette image est abîmée : choisissez-en une autre'
  if (Math.max(size.width, size.height) > mostPixels)
    return 'Réduisez cette image : 2000 points de côté au plus'
  if (!(await isPrintable(commune.name, emblem)))
    return 'Cette image ne s’imprime pas : enregistrez-la de nouveau, en PNG'
  const row = { ...emblem, setBy: actor.id ?? '', setAt: now }
  await db
    .insertInto('directory.communeEmblem')
    .values({ communeId: commune.id, ...row })
    .onConflict((conflict) => conflict.column('communeId').doUpdateSet(row))
    .execute()
  await record(context, commune.id, 'commune.emblem', { sha256 })
  return null
}

export async function removeEmblem(context: Context, communeId: string): Promise<void> {
  await context.db
    .deleteFrom('directory.communeEmblem')
    .where('communeId', '=', communeId)
    .execute()
  await record(context, communeId, 'commune.emblemRemoved', {})
}

/** A picture may say its size and still be cut: it is tried on a paper before it heads every other. */
async function isPrintable(name: string, emblem: Emblem): Promise<boolean> {
  const issuer = { kind: 'commune', name, department: '', emblem } as const
  const sample = { issuer, kicker: name, title: name, reference: '', date: '2026-01-01' }
  return renderPdf({ ...sample, body: [] }).then(
    () => true,
    () => false,
  )
}

function record(
  { db, actor, now }: Context,
  communeId: string,
  action: string,
  details: Readonly<Record<string, string>>,
): Promise<unknown> {
  const subject = { subjectKind: 'commune', subjectId: communeId }
  return recordAudit(db, { actor, organisationId: communeId, action, ...subject, details }, now)
}

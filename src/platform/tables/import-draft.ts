/** Files of rows that were sent and wait to be confirmed: kept by their content, forgotten after a week. */
import { addDays } from '#platform/days.rules.ts'
import { type Actor, getPersonId } from '../actor.ts'
import type { Db } from '../database.ts'
import { orNotFound } from '../errors.ts'
import { discardUpload, readWhole } from '../files/file-records.ts'
import { createId } from '../id.ts'
import type { Platform, Upload } from '../web.ts'

export interface ImportDraft {
  readonly id: string
  readonly kind: string
  readonly subjectId: string
  readonly organisationId: string
  readonly sha256: string
  readonly name: string
  /** What was chosen beside the file. */
  readonly choices: Readonly<Record<string, unknown>>
  readonly createdAt: Date
  readonly confirmedAt: Date | null
}

export interface ImportOutcome {
  readonly written: number
  /** Rows that were there already, as they are. */
  readonly unchanged: number
}

interface Acting {
  readonly db: Db
  readonly actor: Actor
  readonly now: Date
}

type NewDraft = Pick<ImportDraft, 'kind' | 'subjectId' | 'organisationId' | 'choices'>

export async function createImportDraft(
  { db, actor, now }: Acting,
  { name, sha256, sizeBytes }: Upload,
  draft: NewDraft,
): Promise<string> {
  const id = createId(now.getTime())
  await db
    .insertInto('platform.importDraft')
    .values({
      ...{ id, name, sha256, sizeBytes, ...draft },
      choices: JSON.stringify(draft.choices),
      createdBy: getPersonId(actor),
      createdAt: now,
    })
    .execute()
  return id
}

/** Of this kind and for this object only: an identifier from elsewhere opens nothing. */
export async function getImportDraft(
  db: Db,
  id: string,
  { kind, subjectId }: Pick<ImportDraft, 'kind' | 'subjectId'>,
): Promise<ImportDraft> {
  const row = await db
    .selectFrom('platform.importDraft')
    .selectAll()
    .where('id', '=', id)
    .where('kind', '=', kind)
    .where('subjectId', '=', subjectId)
    .executeTakeFirst()
  return orNotFound(row as ImportDraft | undefined)
}

export function readDraftFile(
  files: Platform['files'],
  { sha256 }: Pick<ImportDraft, 'sha256'>,
): Promise<Buffer> {
  return readWhole(files, sha256)
}

/** False when somebody confirmed it first. */
export async function confirmImportDraft(
  { db, now }: Pick<Acting, 'db' | 'now'>,
  id: string,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('platform.importDraft')
    .set({ confirmedAt: now })
    .where('id', '=', id)
    .where('confirmedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function keepImportOutcome(db: Db, id: string, outcome: ImportOutcome): Promise<void> {
  await db
    .updateTable('platform.importDraft')
    .set({ outcome: JSON.stringify(outcome) })
    .where('id', '=', id)
    .execute()
}

const draftsLastDays = 7

/** With their bytes, when nothing else holds the same. */
export async function forgetImportDrafts(
  context: { readonly db: Db; readonly actor: Actor; readonly platform: Pick<Platform, 'files'> },
  now: Date,
): Promise<void> {
  const oldest = addDays(now, -draftsLastDays)
  const gone = await context.db
    .deleteFrom('platform.importDraft')
    .where('confirmedAt', 'is', null)
    .where('createdAt', '<', oldest)
    .returning('sha256')
    .execute()
  for (const { sha256 } of gone) await discardUpload(context, { sha256 })
}

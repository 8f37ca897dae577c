/** Writing in a letter that is open: its head, a part, one of its tables; and writing its parts anew without losing an edit. */
import { getCommune } from '#modules/directory/index.ts'
import { getPersonId } from '#platform/actor.ts'
import type { Db } from '#platform/database.ts'
import { Conflict } from '#platform/errors.ts'
import { outdated } from '#platform/lifecycle.ts'
import type { Context } from '#platform/web.ts'
import { addParts, listLetterSections } from './letter.queries.ts'
import type { Letter, LetterSection, SectionKey } from './letter.schema.ts'
import { type DraftSection, draftSections, type LetterRows } from './letter-prose.rules.ts'
import type { LetterSource } from './letter-source.types.ts'
import { loadLetterSource } from './load-letter-source.ts'

/** Parts as they were edited in another letter are kept as edits of this one. */
export async function insertSections(
  db: Db,
  letter: Letter,
  source: LetterSource,
  rows: LetterRows,
  known: readonly LetterSection[] = [],
): Promise<void> {
  const kept = new Map(known.map((section) => [section.key, section]))
  const values = draftSections(source, rows).map(({ key, title, body }, index) => ({
    ...{ letterId: letter.id, communeId: letter.communeId, key, position: index + 1 },
    title: kept.get(key)?.title ?? title,
    body: kept.get(key)?.body ?? body,
    generatedBody: body,
  }))
  await db.insertInto('planning.letterSection').values(values).execute()
}

export const changedMeanwhile =
  'Quelqu’un a modifié cette lettre pendant que vous écriviez. Votre texte est gardé ci-dessous : comparez-le avec la lettre, puis enregistrez de nouveau.'

interface SectionTexts {
  readonly title: string
  readonly body: string
  readonly version: number
}

/** False when somebody saved meanwhile. */
export async function saveSection(
  { db, actor, now }: Context,
  letter: Letter,
  key: SectionKey,
  { title, body, version }: SectionTexts,
): Promise<boolean> {
  const saved = await db
    .updateTable('planning.letterSection')
    .set({ title, body, version: version + 1, editedAt: now, editedBy: getPersonId(actor) })
    .where('letterId', '=', letter.id)
    .where('key', '=', key)
    .where('version', '=', version)
    .returning('key')
    .executeTakeFirst()
  return saved !== undefined
}

/** Takes the letter's next version, or tells that somebody was first. */
export async function claimVersion(
  { db, now }: Context,
  letter: Letter,
  version: number,
  set: Partial<Pick<Letter, 'addressees' | 'signatory'>> = {},
): Promise<boolean> {
  const saved = await db
    .updateTable('planning.letter')
    .set({ ...set, version: version + 1, updatedAt: now })
    .where('id', '=', letter.id)
    .where('version', '=', version)
    .where('status', 'in', ['draft', 'returned'])
    .returning('id')
    .executeTakeFirst()
  return saved !== undefined
}

export interface FreshSection {
  readonly section: LetterSection
  readonly fresh: DraftSection
}

/** What each part would read if it were written again now. */
export async function listFreshSections(db: Db, letter: Letter): Promise<FreshSection[]> {
  const commune = await getCommune(db, letter.communeId)
  const source = await loadLetterSource(db, commune, letter.year)
  const full = await addParts(db, letter)
  const fresh = new Map(draftSections(source, full).map((section) => [section.key, section]))
  return full.sections.flatMap((section) => {
    const next = fresh.get(section.key)
    return next ? [{ section, fresh: next }] : []
  })
}

export const isEdited = ({ body, generatedBody }: LetterSection) => body !== generatedBody

/** The parts nobody touched follow the figures; an edited one only when it is named. */
export async function refreshSections(
  { db, now }: Context,
  letter: Letter,
  overwritten: readonly string[] = [],
): Promise<void> {
  for (const { section, fresh } of await listFreshSections(db, letter)) {
    const mayChange = !isEdited(section) || overwritten.includes(section.key)
    if (!mayChange || section.body === fresh.body) continue
    const saved = await db
      .updateTable('planning.letterSection')
      .set({ body: fresh.body, generatedBody: fresh.body, version: section.version + 1 })
      .where('letterId', '=', letter.id)
      .where('key', '=', section.key)
      .where('version', '=', section.version)
      .returning('key')
      .executeTakeFirst()
    if (!saved) throw new Conflict(outdated)
  }
  await db
    .updateTable('planning.letter')
    .set({ generatedAt: now, updatedAt: now })
    .where('id', '=', letter.id)
    .execute()
}

export async function getSection(
  db: Db,
  letterId: string,
  key: string,
): Promise<LetterSection | undefined> {
  return (await listLetterSections(db, letterId)).find((section) => section.key === key)
}

/** Reading letters: one whole, a commune's by year, the one in force. Row-level security says which of them one sees. */
import type { Db } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import type {
  FullLetter,
  Letter,
  LetterDelegation,
  LetterLine,
  LetterSection,
  LetterSignature,
} from './letter.schema.ts'

export async function getLetter(db: Db, letterId: string): Promise<Letter> {
  return orNotFound(await findOne(selectLetters(db).where('id', '=', letterId)))
}

export async function getFullLetter(db: Db, letterId: string): Promise<FullLetter> {
  return addParts(db, await getLetter(db, letterId))
}

/** The years of a commune, the latest first, each with its drafts. */
export async function listLetters(db: Db, communeId: string): Promise<Letter[]> {
  const rows = await selectLetters(db)
    .where('communeId', '=', communeId)
    .orderBy('year', 'desc')
    .orderBy('number', 'desc')
    .limit(200)
    .execute()
  return rows as Letter[]
}

/** Signed, and not replaced. */
export async function findLetterInForce(
  db: Db,
  communeId: string,
  year: number,
): Promise<Letter | undefined> {
  return findOne(
    selectLetters(db)
      .where('communeId', '=', communeId)
      .where('year', '=', year)
      .where('status', 'in', ['signed', 'transmitted']),
  )
}

/** The latest whose lines the commune shows. */
export async function findPublishedLetter(db: Db, communeId: string): Promise<Letter | undefined> {
  return findOne(
    selectLetters(db)
      .where('communeId', '=', communeId)
      .where('isPublished', '=', true)
      .where('status', 'in', ['signed', 'transmitted'])
      .orderBy('year', 'desc')
      .limit(1),
  )
}

export async function listLetterLines(db: Db, letterId: string): Promise<LetterLine[]> {
  const rows = await db
    .selectFrom('planning.letterLine')
    .selectAll()
    .where('letterId', '=', letterId)
    .orderBy('position')
    .execute()
  return rows as LetterLine[]
}

export function listLetterCeilings(db: Db, letterId: string) {
  return db
    .selectFrom('planning.letterCeiling')
    .selectAll()
    .where('letterId', '=', letterId)
    .orderBy('position')
    .execute()
}

export async function listLetterSections(db: Db, letterId: string): Promise<LetterSection[]> {
  const rows = await db
    .selectFrom('planning.letterSection')
    .selectAll()
    .where('letterId', '=', letterId)
    .orderBy('position')
    .execute()
  return rows as LetterSection[]
}

export async function addParts(db: Db, letter: Letter): Promise<FullLetter> {
  return {
    letter,
    sections: await listLetterSections(db, letter.id),
    lines: await listLetterLines(db, letter.id),
    ceilings: await listLetterCeilings(db, letter.id),
    dates: await db
      .selectFrom('planning.letterDate')
      .selectAll()
      .where('letterId', '=', letter.id)
      .orderBy('position')
      .execute(),
    signature: (await findSignature(db, letter.id)) ?? null,
  }
}

async function findSignature(db: Db, letterId: string): Promise<LetterSignature | undefined> {
  const row = await db
    .selectFrom('planning.letterSignature')
    .selectAll()
    .where('letterId', '=', letterId)
    .executeTakeFirst()
  return row as LetterSignature | undefined
}

/** Whether, and by which act, the mayor lets the secretary sign. */
export function findDelegation(db: Db, communeId: string): Promise<LetterDelegation | undefined> {
  return db
    .selectFrom('planning.letterDelegation')
    .selectAll()
    .where('communeId', '=', communeId)
    .executeTakeFirst()
}

function selectLetters(db: Db) {
  return db.selectFrom('planning.letter').selectAll()
}

async function findOne(query: ReturnType<typeof selectLetters>): Promise<Letter | undefined> {
  return (await query.executeTakeFirst()) as Letter | undefined
}

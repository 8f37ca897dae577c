/** Codes on paper, for the day the phone is lost: sixty bits each, one use each. */
import { createHash, randomInt } from 'node:crypto'
import type { Db } from '#platform/database.ts'
import { createId } from '#platform/id.ts'

const howMany = 8
/** Nothing that is mistaken for something else when it is copied by hand. */
const alphabet = '23456789abcdefghjkmnpqrstuvwxyz'

/** Returns the new codes, the only time they are known; the former ones are void. */
export async function replaceRecoveryCodes(db: Db, personId: string, now: Date): Promise<string[]> {
  const codes = Array.from({ length: howMany }, createCode)
  const rows = codes.map((code) => ({
    id: createId(now.getTime()),
    personId,
    codeHash: hashCode(personId, code),
  }))
  await removeRecoveryCodes(db, personId)
  await db.insertInto('identity.recoveryCode').values(rows).execute()
  return codes
}

export async function removeRecoveryCodes(db: Db, personId: string): Promise<void> {
  await db.deleteFrom('identity.recoveryCode').where('personId', '=', personId).execute()
}

export async function takeRecoveryCode(
  db: Db,
  personId: string,
  typed: string,
  now: Date,
): Promise<boolean> {
  const used = await db
    .updateTable('identity.recoveryCode')
    .set({ usedAt: now })
    .where('personId', '=', personId)
    .where('codeHash', '=', hashCode(personId, typed))
    .where('usedAt', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return used !== undefined
}

export async function countRecoveryCodes(db: Db, personId: string): Promise<number> {
  const { count } = await db
    .selectFrom('identity.recoveryCode')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('personId', '=', personId)
    .where('usedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

/** Such as « k7mq-2wxz-9hpt ». */
function createCode(): string {
  const letters = Array.from({ length: 12 }, () => alphabet[randomInt(alphabet.length)])
  return letters.join('').replace(/(.{4})(?=.)/g, '$1-')
}

function hashCode(personId: string, code: string): string {
  const letters = code.toLowerCase().replace(/[^a-z0-9]/g, '')
  return createHash('sha256').update(`recovery:${personId}:${letters}`).digest('hex')
}

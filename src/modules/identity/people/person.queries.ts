/** People by what they sign in with, and their names for those who work with them. */
import type { Db } from '#platform/database.ts'
import { isPhone, normalizePhone } from './identifier.rules.ts'

export type Person = NonNullable<Awaited<ReturnType<typeof findPerson>>>

export function findPerson(db: Db, personId: string) {
  return db.selectFrom('identity.person').selectAll().where('id', '=', personId).executeTakeFirst()
}

/** By e-mail address or phone number, as typed. */
export function findPersonByIdentifier(db: Db, typed: string): Promise<Person | undefined> {
  const query = db.selectFrom('identity.person').selectAll()
  if (isPhone(typed)) return query.where('phone', '=', normalizePhone(typed)).executeTakeFirst()
  return query.where('email', '=', typed.trim().toLowerCase()).executeTakeFirst()
}

/** Full names by identifier, in one query. */
export async function listPersonNames(
  db: Db,
  personIds: readonly (string | null)[],
): Promise<Map<string, string>> {
  const ids = [...new Set(personIds.filter((id) => id !== null))]
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('identity.person')
    .select(['id', 'fullName'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, row.fullName]))
}

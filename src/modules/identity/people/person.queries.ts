/** People by what they sign in with, and their names for those who work with them. */
import type { Db } from '#platform/database.ts'
import { parseIdentifier } from './identifier.rules.ts'

export type Person = NonNullable<Awaited<ReturnType<typeof findPerson>>>

export function findPerson(db: Db, personId: string) {
  return db.selectFrom('identity.person').selectAll().where('id', '=', personId).executeTakeFirst()
}

/** By e-mail address or phone number, as typed. */
export async function findPersonByIdentifier(db: Db, typed: string): Promise<Person | undefined> {
  const identifier = parseIdentifier(typed)
  if (!identifier) return undefined
  return db
    .selectFrom('identity.person')
    .selectAll()
    .where(identifier.channel === 'email' ? 'email' : 'phone', '=', identifier.address)
    .executeTakeFirst()
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

/** Somebody to be named to a duty, by the address they sign in with: no more of them than that takes. */
export async function findPersonToName(
  db: Db,
  typed: string,
): Promise<{ readonly id: string; readonly fullName: string } | undefined> {
  const person = await findPersonByIdentifier(db, typed)
  return person && { id: person.id, fullName: person.fullName }
}

/** What a person told of themselves, so that they need not type it again. */
export function findPersonalDetails(
  db: Db,
  personId: string,
): Promise<{
  readonly fullName: string
  readonly phone: string | null
  readonly email: string | null
}> {
  return db
    .selectFrom('identity.person')
    .select(['fullName', 'phone', 'email'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
}

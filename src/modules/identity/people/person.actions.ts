/** What changes in a person's account: it is created, its address proved, its password replaced. */
import { type Db, setActor } from '#platform/database.ts'
import { createId } from '#platform/id.ts'
import type { Context } from '#platform/web.ts'
import { tellSecurityChange } from '../notifications/tell-person.ts'
import { forgetDevices } from '../sessions/device.ts'
import { revokeOtherSessions } from '../sessions/session.ts'
import type { Identifier } from './identifier.rules.ts'
import { hashPassword } from './password.ts'

interface NewPerson {
  readonly name: string
  /** Proved to be theirs, by a code, an invitation, or a provider of identity. */
  readonly identifier: Identifier
  readonly passwordHash: string | null
}

/** Acts as the new person from here on; undefined when the address was taken meanwhile. */
export async function createPerson(
  { db, now, locale }: Context,
  { name, identifier, passwordHash }: NewPerson,
): Promise<string | undefined> {
  const row = await db
    .insertInto('identity.person')
    .values({
      id: createId(now.getTime()),
      fullName: name,
      passwordHash,
      locale,
      createdAt: now,
      ...toProvedContact(identifier.address, now),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) return undefined
  await setActor(db, { kind: 'person', id: row.id, name, organisation: null, role: null })
  return row.id
}

function toProvedContact(address: string, now: Date) {
  return address.includes('@')
    ? { email: address, emailVerifiedAt: now }
    : { phone: address, phoneVerifiedAt: now }
}

/** Whoever gave back a code reads what is sent there. */
export async function confirmContact(
  db: Db,
  personId: string,
  address: string,
  now: Date,
): Promise<void> {
  const isEmail = address.includes('@')
  await db
    .updateTable('identity.person')
    .set(isEmail ? { emailVerifiedAt: now } : { phoneVerifiedAt: now })
    .where('id', '=', personId)
    .where(isEmail ? 'email' : 'phone', '=', address)
    .where(isEmail ? 'emailVerifiedAt' : 'phoneVerifiedAt', 'is', null)
    .execute()
}

/** Replaces the e-mail address or the phone number. False when another account has it. */
export async function replaceContact(
  db: Db,
  personId: string,
  address: string,
  now: Date,
): Promise<boolean> {
  const holder = await db
    .selectFrom('identity.person')
    .select('id')
    .where((is) => is.or([is('email', '=', address), is('phone', '=', address)]))
    .executeTakeFirst()
  if (holder && holder.id !== personId) return false
  await db
    .updateTable('identity.person')
    .set(toProvedContact(address, now))
    .where('id', '=', personId)
    .execute()
  return true
}

/** Every other session ends, and every browser is a stranger again: others may have known the old password. */
export async function replacePassword(
  context: Context,
  personId: string,
  password: string,
  keptSessionId: string | null,
): Promise<void> {
  const { db, now } = context
  await db
    .updateTable('identity.person')
    .set({ passwordHash: await hashPassword(password) })
    .where('id', '=', personId)
    .execute()
  await revokeOtherSessions(context, personId, keptSessionId)
  await forgetDevices(context, personId)
  await tellSecurityChange(db, personId, 'passwordChanged', now)
}

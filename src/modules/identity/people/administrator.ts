/** People of the secretariat made by the operator, who hands them a link to choose their password. */

import { system } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import type { Db } from '#platform/database.ts'
import { addDays } from '#platform/days.rules.ts'
import { createId, createToken } from '#platform/id.ts'
import { addMembership } from '../organisations/membership.actions.ts'
import { findAssociation } from '../organisations/organisation.queries.ts'
import { hashToken } from '../sessions/authenticate.ts'
import { parseIdentifier } from './identifier.rules.ts'

/** Returns the path of the link: one use, one day. For somebody who has an account already, it serves all the same. */
export async function createAdministrator(
  db: Db,
  { name, email }: { name: string; email: string },
  now: Date,
): Promise<string> {
  const identifier = parseIdentifier(email)
  if (identifier?.channel !== 'email') throw new Error(`Ce n’est pas une adresse : ${email}`)
  const organisationId = await findAssociation(db)
  if (!organisationId) throw new Error('Les données de référence ne sont pas chargées.')
  const personId = await findOrCreatePerson(db, name, identifier.address, now)
  const role = 'staff'
  const membershipId = await addMembership(db, { personId, organisationId, role }, now)
  const subject = { subjectKind: 'membership', subjectId: membershipId, details: { role } }
  const entry = { actor: system, organisationId, action: 'membership.grant', ...subject }
  await recordAudit(db, entry, now)
  return createActivationLink(db, personId, identifier.address, now)
}

/** The operator vouches for the address. */
async function findOrCreatePerson(db: Db, fullName: string, email: string, now: Date) {
  const known = await db
    .selectFrom('identity.person')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirst()
  if (known) return known.id
  const id = createId(now.getTime())
  await db
    .insertInto('identity.person')
    .values({ id, fullName, email, emailVerifiedAt: now, createdAt: now })
    .execute()
  return id
}

async function createActivationLink(db: Db, personId: string, email: string, now: Date) {
  const token = createToken()
  await db
    .insertInto('identity.oneTimeCode')
    .values({
      id: createId(now.getTime()),
      purpose: 'recover',
      target: email,
      codeHash: hashToken(token),
      personId,
      createdAt: now,
      expiresAt: addDays(now, 1),
    })
    .execute()
  return `/activation/${token}`
}

/** Whose link it is, while it works. */
export async function findActivation(db: Db, token: string, now: Date) {
  return db
    .selectFrom('identity.oneTimeCode as code')
    .innerJoin('identity.person as person', 'person.id', 'code.personId')
    .select(['code.id as codeId', 'person.id', 'person.fullName', 'person.email', 'person.phone'])
    .select('person.totpConfirmedAt')
    .where('code.purpose', '=', 'recover')
    .where('code.codeHash', '=', hashToken(token))
    .where('code.usedAt', 'is', null)
    .where('code.expiresAt', '>', now)
    .where('person.disabledAt', 'is', null)
    .executeTakeFirst()
}

/** True once. */
export async function useActivation(db: Db, codeId: string, now: Date): Promise<boolean> {
  const used = await db
    .updateTable('identity.oneTimeCode')
    .set({ usedAt: now })
    .where('id', '=', codeId)
    .where('usedAt', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return used !== undefined
}

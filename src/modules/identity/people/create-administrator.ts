/** The first person of the association: made by the operator, who hands over a link to choose a password. */

import type { Db } from '#platform/database.ts'
import { createId } from '#platform/id.ts'
import { addMembership } from '../organisations/organisation.actions.ts'
import { findAssociation } from '../organisations/organisation.queries.ts'

/** Returns the path where they choose their password, with a code sent to this address. */
export async function createAdministrator(
  db: Db,
  { name, email }: { name: string; email: string },
  now: Date,
): Promise<string> {
  const organisationId = await findAssociation(db)
  if (!organisationId)
    throw new Error(
      'Les données de référence ne sont pas chargées : lancez d’abord « script/cauri migrate ».',
    )
  const known = await db
    .selectFrom('identity.person')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirst()
  const personId = known?.id ?? createId(now.getTime())
  if (!known)
    await db
      .insertInto('identity.person')
      .values({ id: personId, fullName: name, email, createdAt: now })
      .execute()
  await addMembership(db, { personId, organisationId, role: 'staff' }, now)
  return '/mot-de-passe-oublie'
}

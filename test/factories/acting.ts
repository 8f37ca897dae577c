/** People of a test database, and the contexts in which their acts run. */

import type { Actor, Role } from '#platform/actor.ts'
import { type Db, writeAs } from '#platform/database.ts'
import { addDays } from '#platform/days.rules.ts'
import { createId, createToken } from '#platform/id.ts'
import type { Context } from '#platform/web.ts'

export type Organisation = NonNullable<Actor['organisation']>

/** A person with a session of their own; a member of the organisation when one is given. */
export async function createActor(
  db: Db,
  name: string,
  membership: { organisation: Organisation; role: Role } | null = null,
): Promise<Actor> {
  const id = createId()
  const email = `${id}@test.example`
  await db.insertInto('identity.person').values({ id, fullName: name, email }).execute()
  if (membership) await join(db, id, membership)
  const { organisation = null, role = null } = membership ?? {}
  return { kind: 'person', id, name, organisation, role }
}

/** Gives somebody one more organisation. */
export async function join(
  db: Db,
  personId: string,
  { organisation, role }: { organisation: Organisation; role: Role },
): Promise<void> {
  await db
    .insertInto('identity.organisation')
    .values(organisation)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  await db
    .insertInto('identity.membership')
    .values({ id: createId(), personId, organisationId: organisation.id, role })
    .execute()
}

/** Runs an act as a request would: one transaction, as this actor, at this moment. */
export async function actAs<T>(
  db: Db,
  actor: Actor,
  now: Date,
  act: (context: Context) => Promise<T>,
): Promise<T> {
  return writeAs(db, actor, async (transaction) => {
    const sessionId = actor.id && (await openSession(transaction, actor.id, now))
    const session = sessionId ? { id: sessionId, actor, locale: 'fr' } : null
    return act({ db: transaction, actor, session, now, query: {}, fields: {} } as Context)
  })
}

async function openSession(db: Db, personId: string, now: Date): Promise<string> {
  const id = createId()
  const expiresAt = addDays(now, 1)
  await db
    .insertInto('identity.session')
    .values({ id, tokenHash: createToken(), personId, device: 'test', expiresAt })
    .execute()
  return id
}

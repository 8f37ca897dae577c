/** A call that lives fast: the days that its law and its clock ask for are moved in the database, never in the code. */
import { sql } from 'kysely'
import { demoId, organisationId } from '#demo/ids.ts'
import { type Actor, type Role, system } from '#platform/actor.ts'
import { type Db, writeAs } from '#platform/database.ts'
import type { Context, Platform } from '#platform/web.ts'
import { actAs, createActor, type Organisation } from './acting.ts'

export const glazoueMarket = demoId(
  'need:glazoue:Encaisser les droits de place sans perdre de recettes',
)

/** Somebody of an organisation of the demonstration world. */
export async function createDemoActor(db: Db, slug: string, role: Role): Promise<Actor> {
  const row = await db
    .selectFrom('identity.organisation')
    .select(['id', 'kind', 'name'])
    .where('id', '=', organisationId(slug))
    .executeTakeFirstOrThrow()
  return createActor(db, `${role} ${slug}`, { organisation: row as Organisation, role })
}

/** Acts as a request would, with the files and the secret of the platform. */
export function actOn<T>(
  platform: Platform,
  actor: Actor,
  act: (context: Context) => Promise<T>,
): Promise<T> {
  return actAs(platform.db, actor, new Date(), (context) => act({ ...context, platform }))
}

/** The deadline passes. */
export async function closeCall(db: Db, callId: string): Promise<void> {
  await writeAs(db, system, (transaction) =>
    transaction
      .updateTable('collaboration.call')
      .set({ deadline: sql`clock_timestamp() - interval '1 second'` })
      .where('id', '=', callId)
      .execute(),
  )
}

/** The standstill passes. */
export async function endStandstill(db: Db, callId: string): Promise<void> {
  await writeAs(db, system, (transaction) =>
    transaction
      .updateTable('collaboration.call')
      .set({ standstillUntil: sql`clock_timestamp() - interval '1 second'` })
      .where('id', '=', callId)
      .execute(),
  )
}

/** Every transaction carries its actor; row-level security reads it. */
import { type Kysely, sql } from 'kysely'
import { type Actor, system } from '../actor.ts'
import type { Tables } from './tables.ts'

/** Reads as this actor, in one snapshot that cannot write. */
export function readAs<T>(
  db: Kysely<Tables>,
  actor: Actor,
  work: (db: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  return db
    .transaction()
    .setAccessMode('read only')
    .execute(async (transaction) => {
      await setActor(transaction, actor)
      return work(transaction)
    })
}

/** Writes as this actor: all or nothing. Public pages are told to forget what they kept once it is committed. */
export function writeAs<T>(
  db: Kysely<Tables>,
  actor: Actor,
  work: (db: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  return noteAs(db, actor, async (transaction) => {
    const result = await work(transaction)
    await sql`select pg_notify('cauri_content', '')`.execute(transaction)
    return result
  })
}

/** Writes as this actor what no public page shows: they have nothing to forget. */
export function noteAs<T>(
  db: Kysely<Tables>,
  actor: Actor,
  work: (db: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (transaction) => {
    await setActor(transaction, actor)
    return work(transaction)
  })
}

/** From here to the end of the transaction, act as somebody else: sign-in finds out who it is half-way. */
export async function setActor(db: Kysely<Tables>, actor: Actor): Promise<void> {
  const kind = actor.kind === 'system' ? 'system' : (actor.organisation?.kind ?? '')
  await sql`select set_config('cauri.actor', ${actor.id ?? ''}, true),
    set_config('cauri.organisation', ${actor.organisation?.id ?? ''}, true),
    set_config('cauri.kind', ${kind}, true),
    set_config('cauri.assistance', ${actor.assistance?.id ?? ''}, true),
    set_config('cauri.key', ${actor.key?.id ?? ''}, true),
    set_config('cauri.mediator', ${actor.key?.mediatorClient ?? ''}, true)`.execute(db)
}

/**
 * Work that the rules allow but row-level security keeps even from the actor: the opening of sealed proposals, what a link
 * or a code gives to whoever holds it. Inside the actor's own transaction when there is one, else only to read. The caller
 * has checked that it is allowed.
 */
export async function asSystem<T>(
  { db, actor }: { readonly db: Kysely<Tables>; readonly actor: Actor },
  work: (db: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  if (!db.isTransaction) return readAs(db, system, work)
  await setActor(db, system)
  try {
    return await work(db)
  } finally {
    // In a transaction that failed nothing more is read or written, under whatever name.
    await setActor(db, actor).catch(() => {})
  }
}

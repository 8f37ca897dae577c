/** The end of an assistance: by whoever assists, with the session that carries it, by the commune, or by the clock. */
import { type Actor, system } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import { asSystem, type Db, writeAs } from '#platform/database.ts'
import type { Context } from '#platform/web.ts'
import { tellEnd } from './assistance.messages.ts'
import { type Assistance, selectAssistances } from './assistance.queries.ts'

export type Ending = Pick<Context, 'db' | 'actor' | 'now' | 'platform'>

/** False when it had already ended. */
export async function stopAssistance(context: Ending, assistance: Assistance): Promise<boolean> {
  return stop(context.db, assistance, context.actor, context.now)
}

async function stop(db: Db, assistance: Assistance, by: Actor, now: Date): Promise<boolean> {
  const { id, communeId } = assistance
  const { numUpdatedRows } = await db
    .updateTable('identity.assistance')
    .set({ stoppedAt: now, stoppedBy: by.id })
    .where('id', '=', id)
    .where('stoppedAt', 'is', null)
    .where('endsAt', '>', now)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  const subject = { subjectKind: 'assistance', subjectId: id, details: {} }
  const entry = { actor: by, organisationId: communeId, action: 'assistance.stop', ...subject }
  await recordAudit(db, entry, now)
  await tellEnd(db, assistance, now, now)
  return true
}

/**
 * Those of sessions that have just ended. Whoever ends a session may be nobody yet (a forgotten password) or somebody
 * else (the next one on a shared computer): it is the one who assisted who leaves.
 */
export async function stopOrphanedAssistances(
  context: Ending,
  ended: readonly { assistanceId: string | null }[],
): Promise<void> {
  const ids = ended.flatMap(({ assistanceId }) => assistanceId ?? [])
  if (ids.length === 0) return
  await asSystem(context, async (db) => {
    for (const assistance of await listOrphaned(db, ids))
      await stop(db, assistance, toAssistant(assistance), context.now)
  })
}

/** A session that was exchanged for another leaves its assistance to it. */
function listOrphaned(db: Db, ids: readonly string[]): Promise<Assistance[]> {
  return selectAssistances(db)
    .where('assistance.id', 'in', [...ids])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('identity.session as session')
            .select('session.id')
            .whereRef('session.assistanceId', '=', 'assistance.id')
            .where('session.revokedAt', 'is', null),
        ),
      ),
    )
    .execute()
}

/** Somebody of the association, as they act while they assist. */
export function toAssistant(assistance: Assistance): Actor {
  const { id, endsAt, communeId, commune, personId, person } = assistance
  return {
    kind: 'person',
    id: personId,
    name: person,
    organisation: { id: communeId, kind: 'commune', name: commune },
    role: 'drafter',
    assistance: { id, endsAt },
  }
}

/** Those that the clock ended are told of a few minutes later. */
export function tellOfElapsed(db: Db, now: Date): Promise<void> {
  return writeAs(db, system, async (transaction) => {
    const elapsed = await selectAssistances(transaction)
      .where('assistance.endingToldAt', 'is', null)
      .where('assistance.endsAt', '<=', now)
      .execute()
    for (const assistance of elapsed) await tellEnd(transaction, assistance, assistance.endsAt, now)
  })
}

/** Those who asked or prepared an answer to a call. Who they are is hidden from the commune: the system tells them. */
import { notify } from '#modules/identity/index.ts'
import { asSystem } from '#platform/database.ts'
import type { Words } from '#platform/i18n.ts'
import type { Context } from '#platform/web.ts'
import type { Call } from './call.schema.ts'

interface News {
  readonly subject: Words
  readonly text: Words
  readonly link: string
  /** What happened, once: the same news never leaves twice. */
  readonly key: string
}

export async function tellAnswerers(
  context: Context,
  call: Call,
  { key, ...news }: News,
): Promise<void> {
  const { db, now } = context
  await asSystem(context, async () => {
    for (const startupId of await listAnswerers(db, call.id))
      await notify(
        db,
        {
          ...news,
          organisationId: startupId,
          roles: ['manager', 'member'],
          topic: 'calls',
          key: `call:${call.id}:${key}`,
        },
        now,
      )
  })
}

/** For the system alone. */
export async function listAnswerers(db: Context['db'], callId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('collaboration.proposal')
    .select('startupId')
    .where('callId', '=', callId)
    .union(
      db.selectFrom('collaboration.callQuestion').select('startupId').where('callId', '=', callId),
    )
    .execute()
  return rows.map(({ startupId }) => startupId)
}

/** The messages that a test's people would have received. */
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database.ts'

/** The newest first. */
export function listMessages(db: Db, recipient: string) {
  return db
    .selectFrom('platform.message')
    .select(['channel', 'subject', 'body', 'link'])
    .where('recipient', '=', recipient)
    .orderBy('id', 'desc')
    .execute()
}

/** What this person was told, the newest first. */
export function listMessagesOf(db: Db, { id }: Actor) {
  return db
    .selectFrom('platform.message')
    .select(['subject', 'body'])
    .where('personId', '=', id)
    .orderBy('id', 'desc')
    .execute()
}

/** The code in the newest message. */
export async function readCode(db: Db, recipient: string): Promise<string> {
  const [newest] = await listMessages(db, recipient)
  return findCode(newest, recipient)
}

/** The code in the newest message to this person, wherever they are reached. */
export async function readCodeOf(db: Db, actor: Actor): Promise<string> {
  const [newest] = await listMessagesOf(db, actor)
  return findCode(newest, actor.id ?? 'nobody')
}

function findCode(message: { readonly body: string } | undefined, recipient: string): string {
  const code = /\b\d{6}\b/.exec(message?.body ?? '')?.[0]
  if (!code) throw new Error(`no code reached ${recipient}`)
  return code
}

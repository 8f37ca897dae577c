/** The messages that were queued, for whoever watches them leave. */
import type { Selectable } from 'kysely'
import type { Db, Tables } from '../database.ts'

export type QueuedMessage = Selectable<Tables['platform.message']>

interface Wanted {
  /** Any part of an address or of a number; empty for everybody's. */
  readonly recipient: string
  /** Only those older than this one. */
  readonly before: string | null
  readonly limit: number
}

/** The newest first. */
export async function listMessages(
  db: Db,
  { recipient, before, limit }: Wanted,
): Promise<QueuedMessage[]> {
  let messages = db.selectFrom('platform.message').selectAll()
  if (recipient) messages = messages.where('recipient', 'ilike', `%${writePattern(recipient)}%`)
  if (before) messages = messages.where('id', '<', before)
  return messages.orderBy('id', 'desc').limit(limit).execute()
}

/** A number is found as people dial it, « 01 97 00 00 00 »; the signs of patterns are only signs. */
function writePattern(recipient: string): string {
  const isNumber = /^[\d\s+]+$/.test(recipient)
  return (isNumber ? recipient.replace(/\s/g, '') : recipient).replace(/[%_\\]/g, '\\$&')
}

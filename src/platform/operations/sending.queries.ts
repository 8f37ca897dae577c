/** What left, waits or failed of e-mails and SMS; recipients and words stay out of it. */
import { sql } from 'kysely'
import type { Db } from '../database.ts'

export interface Sending {
  readonly channel: string
  readonly sent: number
  readonly waiting: number
  readonly failed: number
}

/** Of the messages queued since a moment. */
export async function countSendings(db: Db, since: Date): Promise<Sending[]> {
  const { rows } = await sql<Sending>`
    select channel, count(*) filter (where sent_at is not null)::int as sent,
      count(*) filter (where sent_at is null and failed_at is null)::int as waiting,
      count(*) filter (where sent_at is null and failed_at is not null)::int as failed
    from platform.message where created_at >= ${since} group by channel order by channel`.execute(
    db,
  )
  return rows
}

export interface SendingFailure {
  readonly channel: string
  readonly topic: string
  /** A code of the gateway, or the name of the error. */
  readonly reason: string
  readonly count: number
  readonly lastAt: Date
}

export async function listSendingFailures(db: Db, since: Date): Promise<SendingFailure[]> {
  const { rows } = await sql<SendingFailure>`
    select channel, topic, coalesce(last_error, '') as reason, count(*)::int as count, max(failed_at) as "lastAt"
    from platform.message where sent_at is null and failed_at >= ${since}
    group by channel, topic, last_error order by max(failed_at) desc limit 50`.execute(db)
  return rows
}

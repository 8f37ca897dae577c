/** What was paid for requests, and what a town hall took in. */
import { type Selectable, sql } from 'kysely'
import type { Db, Tables } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import type { PublishedCursor } from '#platform/published-cursor.rules.ts'
import type { DueLine } from '../procedures/decide.rules.ts'

export type PaidLine = Pick<DueLine, 'quantity' | 'amount'> & { readonly label: string }

export type Payment = Omit<Selectable<Tables['services.payment']>, 'lines'> & {
  readonly lines: readonly PaidLine[]
}

export async function getPayment(db: Db, id: string): Promise<Payment> {
  const row = await db
    .selectFrom('services.payment')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return orNotFound(row as unknown as Payment | undefined)
}

/** The last first: at most one was not given back. */
export async function listPaymentsOfRequest(db: Db, requestId: string): Promise<Payment[]> {
  const rows = await db
    .selectFrom('services.payment')
    .selectAll()
    .where('requestId', '=', requestId)
    .orderBy('paidAt', 'desc')
    .orderBy('id')
    .execute()
  return rows as unknown as Payment[]
}

/** In days of Benin, both ends in. */
export interface Period {
  readonly from: string
  readonly to: string
}

const inPeriod = (communeId: string, { from, to }: Period) => sql<boolean>`
  commune_id = ${communeId} and paid_at >= ${from}::timestamp at time zone 'Africa/Porto-Novo'
  and paid_at < (${to}::date + 1)::timestamp at time zone 'Africa/Porto-Novo'`

export async function listPayments(
  db: Db,
  communeId: string,
  period: Period,
  after: PublishedCursor | null,
  limit: number,
): Promise<Payment[]> {
  let payments = db.selectFrom('services.payment').selectAll().where(inPeriod(communeId, period))
  if (after)
    payments = payments.where(
      sql<boolean>`(paid_at, id) < (${after.publishedAt}::timestamptz, ${after.id}::uuid)`,
    )
  const rows = await payments
    .orderBy('paidAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return rows as unknown as Payment[]
}

export interface Takings {
  /** YYYY-MM-DD; null for the whole period. */
  readonly day: string | null
  readonly count: number
  readonly received: number
  readonly refunded: number
}

/** Day by day, and all together first: what the cash box is compared with. Money given back counts on the day it came in. */
export async function sumPayments(db: Db, communeId: string, period: Period): Promise<Takings[]> {
  const { rows } = await sql<Takings>`
    select to_char(day, 'YYYY-MM-DD') as day, count(*)::int as count, sum(amount)::int as received,
      coalesce(sum(amount) filter (where refunded_at is not null), 0)::int as refunded
    from (
      select amount, refunded_at, (paid_at at time zone 'Africa/Porto-Novo')::date as day
      from services.payment where ${inPeriod(communeId, period)}
    ) as payment
    group by grouping sets ((), (day)) having count(*) > 0 order by day desc nulls first`.execute(
    db,
  )
  return rows
}

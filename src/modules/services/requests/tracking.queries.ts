/** What the code of a receipt opens: where the request stands, and nothing of what was answered or of who asked. */
import { sql } from 'kysely'
import { asSystem } from '#platform/database.ts'
import { readCode } from '#platform/documents.ts'
import type { HistoryLine } from '#platform/lifecycle.ts'
import type { Context } from '#platform/web.ts'
import type { Request } from './request.lifecycle.ts'

const columns = [
  ...(['id', 'communeId', 'reference', 'title', 'status', 'receivedAt', 'department'] as const),
  ...(['due', 'dueOn', 'pausedAt', 'silence', 'decidedAt', 'isTacit', 'trackingCode'] as const),
] as const

type Told = Pick<HistoryLine, 'step' | 'occurredAt'>

export type Tracked = Pick<Request, (typeof columns)[number]> & {
  readonly history: readonly Told[]
  readonly isPaid: boolean
}

/** One question to the database: this page is asked for more than any other. */
export async function findTracked(context: Context, typed: string): Promise<Tracked | undefined> {
  const code = readCode(typed)
  if (code === null) return undefined
  const row = await asSystem(context, (db) =>
    db
      .selectFrom('services.request as request')
      .select(columns.map((column) => `request.${column}` as const))
      .select(
        sql<boolean>`exists (select from services.payment
          where request_id = request.id and refunded_at is null)`.as('isPaid'),
      )
      .select(
        sql<
          { step: string; at: string }[]
        >`(select json_agg(json_build_object('step', step, 'at', occurred_at)
          order by occurred_at, event.id) from services.request_event as event where request_id = request.id)`.as(
          'steps',
        ),
      )
      .where('request.trackingCode', '=', code)
      .executeTakeFirst(),
  )
  if (!row) return undefined
  const { steps, ...request } = row
  const history = steps.map(({ step, at }) => ({ step, occurredAt: new Date(at) }))
  return { ...request, history } as unknown as Tracked
}

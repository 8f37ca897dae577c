/** Where a text says what silence is worth, the time limit decides: once a day, and only of clocks that run. */
import { system } from '#platform/actor.ts'
import { type Db, writeAs } from '#platform/database.ts'
import { toDay } from '#platform/format.ts'
import { moveAllThrough } from '#platform/lifecycle.ts'
import type { Platform } from '#platform/web.ts'
import { type Request, requestLifecycle, type Verdict } from './request.lifecycle.ts'
import { tellOfRequest } from './request.messages.ts'

/** In one go; the rest the next time. */
const most = 500

const steps = { accepted: 'acceptBySilence', refused: 'refuseBySilence' } as const

export async function settleSilence({ db }: Pick<Platform, 'db'>, now: Date): Promise<void> {
  for (const silence of ['accepted', 'refused'] as const)
    await writeAs(db, system, (own) => settle(own, silence, now))
}

async function settle(db: Db, silence: Verdict, now: Date): Promise<void> {
  const due = await db
    .selectFrom('services.request')
    .select(['id', 'communeId'])
    .where('status', 'in', ['received', 'inReview', 'proposed'])
    .where('silence', '=', silence)
    .where('dueOn', '<', toDay(now))
    .orderBy('dueOn')
    .limit(most)
    .execute()
  const context = { db, actor: system, now }
  for (const communeId of new Set(due.map((request) => request.communeId))) {
    const ids = due.filter((request) => request.communeId === communeId).map(({ id }) => id)
    const settled = await moveAllThrough(context, requestLifecycle, ids, steps[silence], {
      facts: { silenceIsThis: true },
      set: { ...taken, decision: silence, decidedAt: now } satisfies Partial<Request>,
    })
    for (const request of settled) await tellOfRequest(context, request, steps[silence])
  }
}

/** A proposal that nobody took falls with the time limit. */
const taken = {
  isTacit: true,
  preparedBy: null,
  decisionReasons: null,
  decisionRemedy: null,
} as const

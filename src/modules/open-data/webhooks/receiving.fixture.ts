/** A receiver of a demonstration organisation, and what its server does with what comes. */

import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import type { Actor } from '#platform/actor.ts'
import { system } from '#platform/actor.ts'
import { type Db, readAs, writeAs } from '#platform/database.ts'
import { recordEvent } from '#platform/events.ts'
import { createId } from '#platform/id.ts'
import type { Context } from '#platform/web.ts'
import type { TestDatabase } from '#test/database.ts'
import { testSecret } from '#test/database.ts'
import { demoActor } from '#test/factories/demo-actors.ts'
import { deliverEvents } from '#test/factories/events.ts'
import type { Received } from '#test/factories/receiving-server.ts'
import { deliverTo } from './deliver-webhooks.ts'
import { type DeliveryLine, listDeliveries } from './delivery.queries.ts'
import type { EventKind } from './event-kinds.lists.ts'
import { addReceiver } from './webhook.actions.ts'
import type { Receiver } from './webhook.lifecycle.ts'
import { getReceiver } from './webhook.queries.ts'

type Acting = Pick<Context, 'db' | 'actor' | 'now' | 'platform'>
type Means = NonNullable<Parameters<typeof deliverTo>[2]>

export function createReceiving(database: () => TestDatabase) {
  let now = new Date('2026-11-28T09:00:00Z')
  const platform = () =>
    ({
      ...{ db: database().db, secret: testSecret },
      config: { origin: 'https://cauri.example', webhooksReachLoopback: true },
    }) as Context['platform']

  const as = <T>(actor: Actor, work: (context: Acting) => Promise<T>): Promise<T> =>
    writeAs(database().db, actor, (db) => work({ db, actor, now, platform: platform() }))

  return {
    as,
    now: () => now,
    later(seconds: number) {
      now = new Date(now.getTime() + seconds * 1000)
    },
    platform,
    async listen(account: string, url: string, kinds: readonly EventKind[]) {
      const actor = demoActor(account)
      const organisation = actor.organisation ?? assert.fail()
      const made = await as(actor, (context) =>
        addReceiver(context, organisation, { description: `De ${account}`, url, kinds }),
      )
      assert.ok(made !== 'tooMany')
      return { ...made, actor, organisationId: organisation.id }
    },
    /** As the module that owns it would tell it. */
    async tell(kind: string, subjectId: string, payload: Record<string, string | number> = {}) {
      await as(system, ({ db }) => recordEvent(db, { kind, subjectId, payload }, now))
      await deliverEvents(database().db)
    },
    deliver: (receiverId: string, means: Means = {}) =>
      deliverTo(platform(), receiverId, { clock: () => now, patienceMs: 400, ...means }),
    ...createReading(database),
    anyId: () => createId(now.getTime()),
  }
}

function createReading(database: () => TestDatabase) {
  return {
    read: ({ id, organisationId }: { id: string; organisationId: string }) =>
      readAs(database().db, system, (db) => getReceiver(db, organisationId, id)),
    log: (receiverId: string): Promise<DeliveryLine[]> =>
      readAs(database().db, system, (db) =>
        listDeliveries(db, receiverId, { state: null, kind: null }, null, 100),
      ),
    readRow: (id: string) =>
      readAs(database().db, system, (db: Db) =>
        db
          .selectFrom('opendata.webhookReceiver')
          .selectAll()
          .where('id', '=', id)
          .executeTakeFirstOrThrow(),
      ) as Promise<Receiver>,
  }
}

/** How many of its signatures this secret makes, as the guide tells receivers to check them. */
export function countGood({ headers, body }: Received, secret: string): number {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
  const expected = `v1,${createHmac('sha256', key).update(signed).digest('base64')}`
  return (headers['webhook-signature'] ?? '').split(' ').filter((one) => one === expected).length
}

/** A receiver of the demonstration world, paused: its address is nobody's, and nothing leaves. */
import { makeSecret } from '#modules/open-data/index.ts'
import type { Db } from '#platform/database.ts'
import { type Ago, demoId, organisationId, personId } from './ids.ts'

const receiverId = demoId('receiver:glazoue')
const owner = organisationId('glazoue')

/** Newest first. */
const sent = [
  { kind: 'report.received', subject: 'SIG-2026-0007', status: null, failure: 'tooSlow' },
  { kind: 'request.submitted', subject: 'DEM-2026-0021', status: 204, failure: null },
  { kind: 'ping', subject: 'ping', status: 204, failure: null },
] as const

export async function loadReceivers(db: Db, ago: Ago, secret: Buffer): Promise<void> {
  await db
    .insertInto('opendata.webhookReceiver')
    .values({
      ...{ id: receiverId, organisationId: owner, description: 'Site de la mairie (fictif)' },
      ...{ url: 'https://glazoue.demo.example/cauri', status: 'paused' },
      kinds: ['request.submitted', 'request.decided', 'report.received'],
      ...{ sealedSecret: makeSecret(secret).sealed, createdBy: personId('se.glazoue') },
      ...{ createdAt: ago(20), updatedAt: ago(2) },
    })
    .execute()
  await loadHistory(db, ago)
  await loadLog(db, ago)
}

async function loadHistory(db: Db, ago: Ago): Promise<void> {
  const line = (step: string, days: number, fromStatus: string | null, toStatus: string) => ({
    ...{ id: demoId(`receiver:glazoue:${step}`), receiverId, ownerId: owner, step },
    ...{ fromStatus, toStatus, actorId: personId('se.glazoue'), organisationId: owner },
    occurredAt: ago(days),
  })
  await db
    .insertInto('opendata.webhookReceiverEvent')
    .values([line('create', 20, null, 'active'), line('pause', 2, 'active', 'paused')])
    .execute()
}

async function loadLog(db: Db, ago: Ago): Promise<void> {
  const deliveries = sent.map(({ kind, subject, status: httpStatus, failure }, index) => ({
    ...{ id: demoId(`delivery:glazoue:${index}`), receiverId, organisationId: owner },
    ...{ eventId: demoId(`delivered:glazoue:${index}`), kind, subject, httpStatus, failure },
    ...{ state: failure ? 'failed' : 'delivered', attempts: 1, occurredAt: ago(3 + index * 5) },
    ...{ createdAt: ago(3 + index * 5), details: JSON.stringify({ reference: subject }) },
  }))
  await db.insertInto('opendata.webhookDelivery').values(deliveries).execute()
  const attempts = deliveries.map(({ id, createdAt, httpStatus, failure }) => ({
    ...{ deliveryId: id, number: 1, organisationId: owner, attemptedAt: createdAt },
    ...{ tookMs: failure ? 10_000 : 240, httpStatus, failure },
  }))
  await db.insertInto('opendata.webhookAttempt').values(attempts).execute()
}

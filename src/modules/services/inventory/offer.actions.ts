/** A commune says how it offers its services, and what they cost. What changes is kept with its date and its cause. */
import { sql } from 'kysely'
import { getPersonId } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import { Conflict, Forbidden } from '#platform/errors.ts'
import { recordEvent } from '#platform/events.ts'
import { createId } from '#platform/id.ts'
import { outdated } from '#platform/lifecycle.ts'
import type { Context } from '#platform/web.ts'
import type { Level } from './level.rules.ts'
import { offerPolicy } from './offer.policy.ts'
import { listOffersOfCommune } from './offer.queries.ts'
import type { Fee, FeeInput, OfferInput } from './service.schema.ts'

export interface LevelChange {
  readonly serviceCode: string
  /** As the page showed it; null where nobody had said. */
  readonly from: Level | null
  readonly to: Level
}

type Writing = Pick<Context, 'db' | 'actor' | 'now'>

/** Writes what was changed. Where somebody said something else meanwhile, returns what they said, and writes nothing. */
export async function declareLevels(
  context: Writing,
  communeId: string,
  changes: readonly LevelChange[],
): Promise<ReadonlyMap<string, Level>> {
  if (!offerPolicy.declare(context.actor, { communeId })) throw new Forbidden()
  const stored = new Map(
    (await listOffersOfCommune(context.db, communeId)).map(({ serviceCode, level }) => [
      serviceCode,
      level,
    ]),
  )
  const others = changes.flatMap(({ serviceCode, from, to }) => {
    const level = stored.get(serviceCode)
    return level !== undefined && level !== from && level !== to
      ? [[serviceCode, level] as const]
      : []
  })
  if (others.length > 0) return new Map(others)
  const wanted = changes.filter(({ serviceCode, to }) => stored.get(serviceCode) !== to)
  if (wanted.length > 0) await writeLevels(context, communeId, wanted, stored)
  return new Map()
}

async function writeLevels(
  { db, actor, now }: Writing,
  communeId: string,
  changes: readonly LevelChange[],
  stored: ReadonlyMap<string, Level>,
): Promise<void> {
  await db
    .insertInto('services.offer')
    .values(
      changes.map(({ serviceCode, to: level }) => ({
        communeId,
        serviceCode,
        level,
        updatedBy: getPersonId(actor),
        updatedAt: now,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['communeId', 'serviceCode']).doUpdateSet((row) => ({
        level: row.ref('excluded.level'),
        isToConfirm: false,
        updatedBy: row.ref('excluded.updatedBy'),
        updatedAt: row.ref('excluded.updatedAt'),
        version: sql`offer.version + 1`,
      })),
    )
    .execute()
  const moved = changes.map(({ serviceCode, to }) => ({
    serviceCode,
    from: stored.get(serviceCode) ?? null,
    to,
  }))
  await recordChanges({ db, actor, now }, communeId, moved)
}

/** The lines of the history, one in the journal, and the event that indicators follow. */
async function recordChanges(
  { db, actor, now }: Writing,
  communeId: string,
  changes: readonly LevelChange[],
): Promise<void> {
  const rows = changes.map(({ serviceCode, from, to }) => ({
    id: createId(now.getTime()),
    communeId,
    serviceCode,
    fromLevel: from,
    toLevel: to,
    cause: 'declared',
    actorId: actor.id,
    organisationId: actor.organisation?.id ?? null,
    occurredAt: now,
  }))
  await db.insertInto('services.offerChange').values(rows).execute()
  const details = Object.fromEntries(changes.map(({ serviceCode, to }) => [serviceCode, to]))
  const subject = { action: 'offer.declare', subjectKind: 'offer', subjectId: communeId }
  await recordAudit(db, { actor, organisationId: communeId, ...subject, details }, now)
  await recordEvent(db, { kind: 'offer.declare', subjectId: communeId, payload: details }, now)
}

/** The whole offer of one service. False when somebody saved another version meanwhile. */
export async function saveOffer(
  context: Writing,
  communeId: string,
  serviceCode: string,
  { version, level, ...details }: OfferInput,
): Promise<boolean> {
  const { db, actor, now } = context
  if (!offerPolicy.declare(actor, { communeId })) throw new Forbidden()
  const stored = await db
    .selectFrom('services.offer')
    .select(['level', 'version'])
    .where('communeId', '=', communeId)
    .where('serviceCode', '=', serviceCode)
    .forUpdate()
    .executeTakeFirst()
  if ((stored?.version ?? 0) !== version) return false
  const row = {
    ...details,
    level,
    isToConfirm: false,
    updatedBy: getPersonId(actor),
    updatedAt: now,
  }
  const saved = await db
    .insertInto('services.offer')
    .values({ communeId, serviceCode, ...row })
    .onConflict((conflict) =>
      conflict
        .columns(['communeId', 'serviceCode'])
        .doUpdateSet({ ...row, version: version + 1 })
        .where(sql`offer.version`, '=', version),
    )
    .returning('version')
    .executeTakeFirst()
  if (!saved) return false
  const from = (stored?.level ?? null) as Level | null
  if (from !== level) await recordChanges(context, communeId, [{ serviceCode, from, to: level }])
  return true
}

export async function recordFee(
  { db, actor, now }: Writing,
  communeId: string,
  serviceCode: string,
  input: FeeInput,
): Promise<void> {
  if (!offerPolicy.setFee(actor, { communeId })) throw new Forbidden()
  const id = createId(now.getTime())
  await db
    .insertInto('services.fee')
    .values({ id, communeId, serviceCode, ...input, recordedBy: actor.id, recordedAt: now })
    .execute()
  await auditFee({ db, actor, now }, { id, communeId }, 'record', input.amount)
}

/** A tariff that an authority annulled stays readable, with the reason. */
export async function annulFee(
  { db, actor, now }: Writing,
  fee: Fee,
  reason: string,
  today: string,
): Promise<void> {
  if (!offerPolicy.setFee(actor, fee)) throw new Forbidden()
  const annulled = await db
    .updateTable('services.fee')
    .set({ annulledOn: today, annulledReason: reason })
    .where('id', '=', fee.id)
    .where('annulledOn', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!annulled) throw new Conflict(outdated)
  await auditFee({ db, actor, now }, fee, 'annul', fee.amount)
}

function auditFee(
  { db, actor, now }: Writing,
  { id, communeId }: Pick<Fee, 'id' | 'communeId'>,
  verb: 'record' | 'annul',
  amount: number,
): Promise<void> {
  const subject = { action: `fee.${verb}`, subjectKind: 'fee', subjectId: id }
  return recordAudit(db, { actor, organisationId: communeId, ...subject, details: { amount } }, now)
}

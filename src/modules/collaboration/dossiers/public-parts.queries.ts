/** What is public of needs, of pilots that were decided, of files handed over to the State's procurement; by process. */
import type { Db } from '#platform/database.ts'
import { isPublicNeed } from '../needs/need.policy.ts'
import type { NeedStatus } from '../needs/need.workflow.ts'
import { publicStatuses } from '../pilots/pilot.policy.ts'
import type { PublicNeed, PublicPilot, PublicTender } from './dossier.types.ts'
import { groupBy } from './group-rows.ts'

type ByProcess<Part> = Promise<Map<string, Part[]>>

export async function listPublicNeeds(db: Db, ids: readonly string[]): ByProcess<PublicNeed> {
  const rows = await db
    .selectFrom('collaboration.need')
    .select(['id', 'reference', 'communeId', 'status', 'publishedAt', 'title', 'problem'])
    .select(['expectedOutcome', 'budgetMin', 'budgetMax', 'budgetSource', 'wantedBy'])
    .where('id', 'in', [...ids])
    .where('publishedAt', 'is not', null)
    .execute()
  const events = await listNeedMoments(db, ids)
  const joiners = await listJoinersOf(db, ids)
  return groupBy(
    rows,
    ({ id }) => id,
    ({ id, status, publishedAt, reference, communeId, ...texts }) => {
      const isPublic = isPublicNeed({ status: status as NeedStatus })
      const last = (steps: readonly string[]) =>
        events.get(id)?.findLast(({ step }) => steps.includes(step))?.occurredAt ?? null
      const told = isPublic ? texts : blank
      return {
        ...{ ...told, isPublic, reference: reference ?? '', communeId },
        publishedAt: publishedAt as Date,
        takenBackAt: isPublic ? null : last(['takeBack', 'withdraw']),
        metAt: status === 'met' ? last(['meet']) : null,
        joiners: isPublic ? (joiners.get(id) ?? []) : [],
      }
    },
  )
}

const blank = {
  ...{ title: '', problem: '', expectedOutcome: '', budgetSource: '' },
  ...{ budgetMin: null, budgetMax: null, wantedBy: null },
}

async function listNeedMoments(db: Db, ids: readonly string[]) {
  const rows = await db
    .selectFrom('collaboration.needEvent')
    .select(['needId', 'step', 'occurredAt'])
    .where('needId', 'in', [...ids])
    .where('step', 'in', ['takeBack', 'withdraw', 'meet'])
    .orderBy('occurredAt')
    .execute()
  return groupBy(
    rows,
    ({ needId }) => needId,
    (row) => row,
  )
}

async function listJoinersOf(db: Db, ids: readonly string[]) {
  const rows = await db
    .selectFrom('collaboration.needJoiner')
    .select(['needId', 'communeId', 'joinedAt'])
    .where('needId', 'in', [...ids])
    .where('leftAt', 'is', null)
    .orderBy('joinedAt')
    .execute()
  return groupBy(
    rows,
    ({ needId }) => needId,
    ({ communeId, joinedAt }) => ({ communeId, joinedAt }),
  )
}

export async function listPublicPilots(db: Db, ids: readonly string[]): ByProcess<PublicPilot> {
  const rows = await db
    .selectFrom('collaboration.pilot')
    .select(['needId', 'reference', 'title', 'status', 'decidedAt'])
    .where('needId', 'in', [...ids])
    .where('status', 'in', publicStatuses)
    .where('decidedAt', 'is not', null)
    .orderBy('decidedAt')
    .execute()
  return groupBy(
    rows,
    ({ needId }) => needId,
    ({ needId: _, ...row }) => ({ ...row, decidedAt: row.decidedAt as Date }),
  )
}

/** To whom the file was given may be a person: it is left out. */
export async function listPublicTenders(db: Db, ids: readonly string[]): ByProcess<PublicTender> {
  const rows = await db
    .selectFrom('collaboration.tender')
    .select(['id', 'needId', 'reference', 'title', 'purpose', 'requirements', 'nature'])
    .select(['communeId', 'estimate', 'handedOverAt', 'status', 'decidedOn', 'awardedTo'])
    .select(['awardedAmount'])
    .where('needId', 'in', [...ids])
    .where('handedOverAt', 'is not', null)
    .orderBy('handedOverAt')
    .execute()
  const tenderIds = rows.map(({ id }) => id)
  const lots = await listTenderLots(db, tenderIds)
  const events = await listTenderResults(db, tenderIds)
  return groupBy(
    rows,
    ({ needId }) => needId,
    ({ id, needId: _, status, handedOverAt, ...row }) => ({
      ...row,
      handedOverAt: handedOverAt as Date,
      result: status === 'handedOver' ? null : status,
      lots: lots.get(id) ?? [],
      events: events.get(id) ?? [],
    }),
  )
}

async function listTenderLots(db: Db, tenderIds: readonly string[]) {
  if (tenderIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('collaboration.tenderLot')
    .select(['tenderId', 'id', 'title', 'estimate as amount'])
    .where('tenderId', 'in', [...tenderIds])
    .orderBy('position')
    .execute()
  return groupBy(
    rows,
    ({ tenderId }) => tenderId,
    ({ id, title, amount }) => ({ id, title, amount, description: '' }),
  )
}

async function listTenderResults(db: Db, tenderIds: readonly string[]) {
  if (tenderIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('collaboration.tenderEvent')
    .select(['tenderId', 'step', 'toStatus', 'occurredAt'])
    .where('tenderId', 'in', [...tenderIds])
    .where('step', 'in', ['award', 'declareUnsuccessful', 'cancel'])
    .orderBy('occurredAt')
    .execute()
  return groupBy(
    rows,
    ({ tenderId }) => tenderId,
    ({ step, toStatus, occurredAt }) => ({ step, toStatus, occurredAt }),
  )
}

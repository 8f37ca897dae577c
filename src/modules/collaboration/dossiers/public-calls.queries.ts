/** What is public of calls that were published: never a proposal, and no count of them before the decision. */
import type { Db } from '#platform/database.ts'
import { callMechanismLabels } from '../calls/call.labels.ts'
import type { CallMechanism } from '../calls/call.schema.ts'
import { readRanking } from '../result/award.rules.ts'
import type { PublicCall } from './dossier.types.ts'
import { groupBy } from './group-rows.ts'

export async function listPublicCalls(
  db: Db,
  ids: readonly string[],
): Promise<Map<string, PublicCall[]>> {
  const rows = await db
    .selectFrom('collaboration.call')
    .select(['id', 'needId', 'reference', 'title', 'purpose', 'requirements', 'mechanism'])
    .select(['communeId', 'partyIds', 'showsBudget', 'budgetMin', 'budgetMax', 'publishedAt'])
    .select(['questionsUntil', 'deadline'])
    .where('needId', 'in', [...ids])
    .where('publishedAt', 'is not', null)
    .orderBy('publishedAt')
    .execute()
  const parts = await loadParts(
    db,
    rows.map(({ id }) => id),
  )
  return groupBy(
    rows,
    ({ needId }) => needId,
    ({ needId: _, showsBudget, ...row }) => ({
      ...row,
      reference: row.reference ?? '',
      publishedAt: row.publishedAt as Date,
      mechanism: callMechanismLabels[row.mechanism as CallMechanism],
      budgetMin: showsBudget ? row.budgetMin : null,
      budgetMax: showsBudget ? row.budgetMax : null,
      lots: parts.lots.get(row.id) ?? [],
      criteria: parts.criteria.get(row.id) ?? [],
      addenda: parts.addenda.get(row.id) ?? [],
      events: parts.events.get(row.id) ?? [],
      awards: parts.awards.get(row.id) ?? [],
    }),
  )
}

async function loadParts(db: Db, callIds: readonly string[]) {
  const ids = callIds.length > 0 ? [...callIds] : ['00000000-0000-0000-0000-000000000000']
  return {
    lots: await listLots(db, ids),
    criteria: await listCriteria(db, ids),
    addenda: await listAddendaOf(db, ids),
    events: await listSteps(db, ids),
    awards: await listPublicAwards(db, ids),
  }
}

async function listLots(db: Db, callIds: string[]) {
  const rows = await db
    .selectFrom('collaboration.callLot')
    .select(['callId', 'id', 'title', 'description', 'budgetMax as amount'])
    .where('callId', 'in', callIds)
    .orderBy('position')
    .execute()
  return groupBy(
    rows,
    ({ callId }) => callId,
    ({ callId: _, ...lot }) => lot,
  )
}

async function listCriteria(db: Db, callIds: string[]) {
  const rows = await db
    .selectFrom('collaboration.callCriterion')
    .select(['callId', 'label', 'weight'])
    .where('callId', 'in', callIds)
    .orderBy('position')
    .execute()
  return groupBy(
    rows,
    ({ callId }) => callId,
    ({ callId: _, ...criterion }) => criterion,
  )
}

async function listAddendaOf(db: Db, callIds: string[]) {
  const rows = await db
    .selectFrom('collaboration.callAddendum')
    .select(['callId', 'number', 'reason', 'publishedAt', 'deadlineBefore', 'deadlineAfter'])
    .where('callId', 'in', callIds)
    .orderBy('number')
    .execute()
  return groupBy(
    rows,
    ({ callId }) => callId,
    ({ callId: _, ...addendum }) => addendum,
  )
}

const publicSteps = [
  ...['open', 'award', 'conclude', 'reconsider', 'declareUnsuccessful', 'cancel'],
] as const

async function listSteps(db: Db, callIds: string[]) {
  const rows = await db
    .selectFrom('collaboration.callEvent')
    .select(['callId', 'step', 'toStatus', 'occurredAt'])
    .where('callId', 'in', callIds)
    .where('step', 'in', publicSteps)
    .orderBy('occurredAt')
    .orderBy('id')
    .execute()
  return groupBy(
    rows,
    ({ callId }) => callId,
    ({ callId: _, ...event }) => event,
  )
}

/** A decision is everybody's with its ranking, of which only the number of proposals is kept here. */
async function listPublicAwards(db: Db, callIds: string[]) {
  const rows = await db
    .selectFrom('collaboration.award as award')
    .innerJoin('collaboration.call as call', 'call.id', 'award.callId')
    .select(['award.callId', 'award.id', 'award.lotId', 'award.startupId', 'award.amount'])
    .select(['award.reason', 'award.decidedAt', 'award.ranking'])
    .where('award.callId', 'in', callIds)
    .where('call.status', 'in', ['awarded', 'concluded', 'unsuccessful'])
    .orderBy('award.decidedAt')
    .orderBy('award.id')
    .execute()
  return groupBy(
    rows,
    ({ callId }) => callId,
    ({ callId: _, ranking, ...award }) => {
      const bids = readRanking({ ranking })
      return { ...award, bids: bids.length, validBids: bids.filter(isValid).length }
    },
  )
}

const isValid = ({ setAsideBy }: { readonly setAsideBy: readonly string[] }) =>
  setAsideBy.length === 0

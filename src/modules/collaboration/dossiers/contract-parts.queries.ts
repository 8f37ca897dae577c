/** What is public of agreements both sides signed, and of projects that have started. */
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { AmendmentChanges } from '../agreements/amendment.queries.ts'
import type { PublicAgreement, PublicMilestone, PublicProject } from './dossier.types.ts'
import { groupBy } from './group-rows.ts'

/** Parties, title, amount and dates of signature, as in the public record; the text stays between the parties. */
export async function listPublicAgreements(
  db: Db,
  ids: readonly string[],
): Promise<Map<string, PublicAgreement[]>> {
  const rows = await db
    .selectFrom('collaboration.agreement')
    .select(sql<string>`coalesce(need_id, id)`.as('processId'))
    .select(['id', 'reference', 'title', 'communeId', 'startupId', 'source', 'sourceId'])
    .select(['signedAt', 'amount'])
    .where(sql<boolean>`coalesce(need_id, id) = any(${[...ids]}::uuid[])`)
    .where('signedAt', 'is not', null)
    .orderBy('signedAt')
    .execute()
  const agreementIds = rows.map(({ id }) => id)
  const amendments = await listSignedAmendments(db, agreementIds)
  const events = await listAgreementSteps(db, agreementIds)
  return groupBy(
    rows,
    ({ processId }) => processId,
    ({ processId: _, source, sourceId, ...row }) => {
      const signed = amendments.get(row.id) ?? []
      const added = signed.reduce((sum, { change }) => sum + change, 0)
      return {
        ...row,
        signedAt: row.signedAt as Date,
        amount: row.amount - added,
        awardId: source === 'call' ? sourceId : null,
        amendments: signed,
        events: events.get(row.id) ?? [],
      }
    },
  )
}

async function listSignedAmendments(db: Db, agreementIds: readonly string[]) {
  const rows = await db
    .selectFrom('collaboration.amendment')
    .select(['agreementId', 'number', 'reason', 'signedAt', 'changes'])
    .where(sql<boolean>`agreement_id = any(${[...agreementIds]}::uuid[])`)
    .where('status', '=', 'signed')
    .where('signedAt', 'is not', null)
    .orderBy('number')
    .execute()
  return groupBy(
    rows,
    ({ agreementId }) => agreementId,
    ({ number, reason, signedAt, changes }) => {
      const { amount } = changes as unknown as AmendmentChanges
      const change = amount ? amount.after - amount.before : 0
      return { number, reason, signedAt: signedAt as Date, change }
    },
  )
}

async function listAgreementSteps(db: Db, agreementIds: readonly string[]) {
  const rows = await db
    .selectFrom('collaboration.agreementEvent')
    .select(['agreementId', 'step', 'toStatus', 'occurredAt'])
    .where(sql<boolean>`agreement_id = any(${[...agreementIds]}::uuid[])`)
    .where('step', 'in', ['suspend', 'resume', 'terminate', 'end'])
    .orderBy('occurredAt')
    .execute()
  return groupBy(
    rows,
    ({ agreementId }) => agreementId,
    ({ agreementId: _, ...event }) => event,
  )
}

export async function listPublicProjects(
  db: Db,
  ids: readonly string[],
): Promise<Map<string, PublicProject[]>> {
  const rows = await db
    .selectFrom('collaboration.project')
    .select(sql<string>`coalesce(need_id, agreement_id, id)`.as('processId'))
    .select(['id', 'reference', 'title', 'summary', 'communeId', 'startupId', 'contractor'])
    .select(['agreementId', 'amount', 'startsOn', 'endsOn', 'startedAt'])
    .where(sql<boolean>`coalesce(need_id, agreement_id, id) = any(${[...ids]}::uuid[])`)
    .where('startedAt', 'is not', null)
    .orderBy('startedAt')
    .execute()
  const projectIds = rows.map(({ id }) => id)
  const events = await listProjectSteps(db, projectIds)
  const milestones = await listPublicMilestones(db, projectIds)
  return groupBy(
    rows,
    ({ processId }) => processId,
    ({ processId: _, id, ...row }) => ({
      ...row,
      startedAt: row.startedAt as Date,
      events: events.get(id) ?? [],
      milestones: milestones.get(id) ?? [],
    }),
  )
}

async function listProjectSteps(db: Db, projectIds: readonly string[]) {
  const rows = await db
    .selectFrom('collaboration.projectEvent')
    .select(['projectId', 'step', 'toStatus', 'occurredAt'])
    .where(sql<boolean>`project_id = any(${[...projectIds]}::uuid[])`)
    .where('step', 'in', ['suspend', 'resume', 'abandon', 'close'])
    .orderBy('occurredAt')
    .execute()
  return groupBy(
    rows,
    ({ projectId }) => projectId,
    ({ projectId: _, ...event }) => event,
  )
}

/** As the plan on the public page: what is due, where it stands, what was paid; not what was written of it. */
async function listPublicMilestones(
  db: Db,
  projectIds: readonly string[],
): Promise<Map<string, PublicMilestone[]>> {
  const rows = await db
    .selectFrom('collaboration.milestone')
    .select(['projectId', 'id', 'title', 'position', 'dueOn', 'paidOn', 'paidAmount'])
    .where(sql<boolean>`project_id = any(${[...projectIds]}::uuid[])`)
    .orderBy('position')
    .execute()
  const ids = rows.map(({ id }) => id)
  const events = await db
    .selectFrom('collaboration.milestoneEvent')
    .select(['milestoneId', 'step', 'toStatus', 'occurredAt'])
    .where(sql<boolean>`milestone_id = any(${ids}::uuid[])`)
    .where('step', '<>', 'create')
    .orderBy('occurredAt')
    .execute()
  const stepsOf = groupBy(
    events,
    ({ milestoneId }) => milestoneId,
    ({ milestoneId: _, ...event }) => event,
  )
  return groupBy(
    rows,
    ({ projectId }) => projectId,
    ({ projectId: _, ...row }) => ({ ...row, events: stepsOf.get(row.id) ?? [] }),
  )
}

/** What a town hall does with a report, and what whoever told it says when it is not mended. */

import { system } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import { asSystem, type Db } from '#platform/database.ts'
import { addDays } from '#platform/days.rules.ts'
import { Forbidden } from '#platform/errors.ts'
import { createId } from '#platform/id.ts'
import { moveThrough } from '#platform/lifecycle.ts'
import type { Context } from '#platform/web.ts'
import { publishReport } from './publish-report.ts'
import { type Report, reportLifecycle, type Visibility } from './report.lifecycle.ts'
import { type ToldStep, tellOfReport } from './report.messages.ts'
import { reportPolicy } from './report.policy.ts'
import { withdrawMerged } from './support-report.actions.ts'

type Acting = Pick<Context, 'db' | 'actor' | 'now'>

/** In hand: of whoever takes it, or of the colleague it is given to. */
export async function takeReport(
  context: Acting,
  id: string,
  assigneeId = context.actor.id,
): Promise<void> {
  const taken = await moveThrough(context, reportLifecycle, id, 'take', { set: { assigneeId } })
  await conclude(context, taken, taken.answeredAt === null ? 'take' : null)
}

export async function releaseReport(context: Acting, id: string): Promise<void> {
  const released = await moveThrough(context, reportLifecycle, id, 'release', {
    set: { assigneeId: null },
  })
  await conclude(context, released, null)
}

export async function resolveReport(context: Acting, id: string, answer: string): Promise<void> {
  const resolved = await moveThrough(context, reportLifecycle, id, 'resolve', {
    facts: { answerIsGiven: answer.trim() !== '' },
    set: { closedAt: context.now },
  })
  await writeMessage(context, resolved, 'answer', answer)
  await conclude(context, resolved, 'resolve')
}

export async function rejectReport(context: Acting, id: string, reason: string): Promise<void> {
  const rejected = await moveThrough(context, reportLifecycle, id, 'reject', {
    facts: { reasonIsGiven: reason.trim() !== '' },
    set: { closedAt: context.now },
  })
  await writeMessage(context, rejected, 'answer', reason)
  await conclude(context, rejected, 'reject')
}

export async function reopenReport(context: Acting, id: string, reason: string): Promise<void> {
  const reopened = await moveThrough(context, reportLifecycle, id, 'reopen', {
    facts: { reasonIsGiven: reason.trim() !== '' },
    set: { closedAt: null, mergedInto: null },
  })
  await withdrawMerged(context, id)
  await writeMessage(context, reopened, 'answer', reason)
  await conclude(context, reopened, 'reopen')
}

/** How long whoever told it may say that it is not mended, in days. */
export const contestDays = 30

export const mayContest = (
  { status, closedAt }: Pick<Report, 'status' | 'closedAt'>,
  now: Date,
): boolean => status === 'resolved' && closedAt !== null && now <= addDays(closedAt, contestDays)

/** By whoever holds the code: the caller has found the report by it. */
export function contestReport(context: Acting, report: Report, reason: string): Promise<void> {
  return asSystem(context, async (db) => {
    const own = { db, actor: system, now: context.now }
    const contested = await moveThrough(own, reportLifecycle, report.id, 'contest', {
      facts: { reasonIsGiven: reason.trim() !== '', isRecent: mayContest(report, context.now) },
      set: { closedAt: null },
    })
    await writeMessage(own, contested, 'objection', reason)
    await publishReport(db, contested.id)
    await tellOfReport(own, contested, 'contest')
  })
}

/** To everybody, or among colleagues. */
export async function writeToReport(
  context: Acting,
  report: Report,
  kind: 'answer' | 'note',
  body: string,
): Promise<void> {
  if (!reportPolicy.answer(context.actor, report)) throw new Forbidden()
  await writeMessage(context, report, kind, body)
  if (kind === 'answer') await conclude(context, report, 'answer')
}

/** To another department, which begins anew with it. */
export async function routeReport(
  context: Acting,
  report: Report,
  department: string,
): Promise<void> {
  if (!reportPolicy.route(context.actor, report)) throw new Forbidden()
  await changeReport(context, report, { department })
  await record(context, report, 'report.route')
}

export interface Moderation {
  readonly visibility: Visibility
  readonly showsPhoto: boolean
  readonly reason: string
}

/** What everybody may read of it. The reason stays in the town hall, beside its notes. */
export async function moderateReport(
  context: Acting,
  report: Report,
  { visibility, showsPhoto, reason }: Moderation,
): Promise<void> {
  if (!reportPolicy.moderate(context.actor, report)) throw new Forbidden()
  const isHidden = visibility === 'hidden'
  await changeReport(context, report, {
    ...{ visibility, showsPhoto: showsPhoto && !isHidden, visibilityReason: reason || null },
  })
  await publishReport(context.db, report.id)
  await record(context, report, `report.${visibility}`)
}

async function changeReport(
  { db, now }: Acting,
  { id }: Report,
  set: Partial<Pick<Report, 'department' | 'visibility' | 'showsPhoto' | 'visibilityReason'>>,
): Promise<void> {
  await db
    .updateTable('services.report')
    .set({ ...set, updatedAt: now })
    .where('id', '=', id)
    .execute()
}

function record({ db, actor, now }: Acting, report: Report, action: string): Promise<void> {
  const { communeId: organisationId, id: subjectId } = report
  const entry = { actor, organisationId, action, subjectKind: 'report', subjectId, details: {} }
  return recordAudit(db, entry, now)
}

/** The first thing the town hall does is its first answer; what everybody reads follows, and whoever told it is told. */
export async function conclude(
  context: Acting,
  report: Report,
  told: ToldStep | null,
): Promise<void> {
  const { db, now } = context
  if (told !== null) await markAnswered(db, report.id, now)
  await publishReport(db, report.id)
  if (told !== null) await tellOfReport(context, report, told)
}

async function markAnswered(db: Db, id: string, now: Date): Promise<void> {
  await db
    .updateTable('services.report')
    .set({ answeredAt: now })
    .where('id', '=', id)
    .where('answeredAt', 'is', null)
    .execute()
}

async function writeMessage(
  { db, actor, now }: Acting,
  { id: reportId, communeId }: Report,
  kind: 'answer' | 'note' | 'objection',
  body: string,
): Promise<void> {
  await db
    .insertInto('services.reportMessage')
    .values({
      ...{ id: createId(now.getTime()), reportId, communeId, kind, authorId: actor.id },
      ...{ body, writtenAt: now },
    })
    .execute()
}

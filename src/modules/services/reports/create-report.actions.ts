/** A report told by anybody: kept by the system, so that it is nobody's account's. */
import { visitor } from '#platform/actor.ts'
import { asSystem, type Db } from '#platform/database.ts'
import { createCode } from '#platform/documents.ts'
import { Conflict } from '#platform/errors.ts'
import type { StoredContent } from '#platform/files.ts'
import { createId } from '#platform/id.ts'
import { recordCreation } from '#platform/lifecycle.ts'
import { createReference } from '#platform/references.ts'
import type { Context } from '#platform/web.ts'
import { findDepartment } from './category.queries.ts'
import { recordPhoto } from './photo/keep-photo.ts'
import type { Point } from './public-position.rules.ts'
import { publishReport } from './publish-report.ts'
import { type Report, reportLifecycle } from './report.lifecycle.ts'
import { tellOfReport } from './report.messages.ts'

export interface NewReport {
  readonly communeId: string
  readonly category: string
  readonly description: string
  readonly arrondissement: string | null
  readonly quartier: string | null
  readonly landmark: string | null
  readonly position: Point | null
  /** As E.164. */
  readonly phone: string | null
  readonly email: string | null
  readonly channel: 'web' | 'ussd' | 'open311' | 'counter'
  /** The organisation whose system sends it. */
  readonly sentBy?: string
  /** Already cleaned. */
  readonly photo?: StoredContent | null
}

export const notTaken = 'Cette commune ne reçoit pas ce genre de signalement ici.'

/** In a transaction that writes. Whoever told it hears of its number and of the code that follows it. */
export function createReport(
  { db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>,
  told: NewReport,
): Promise<Report> {
  return asSystem({ db, actor }, async (own) => {
    const report = await insertReport(own, told, now)
    if (told.photo) await recordPhoto({ db: own }, report, told.photo)
    // Whoever tells is not named, not even in the journal; an agent or a system that writes for somebody is.
    const author = told.channel === 'counter' || told.channel === 'open311' ? actor : visitor
    await recordCreation({ db: own, actor: author, now }, reportLifecycle, report)
    await publishReport(own, report.id)
    await tellOfReport({ db: own, actor: author, now }, report, 'create')
    return report
  })
}

async function insertReport(db: Db, told: NewReport, now: Date): Promise<Report> {
  const { position, phone, email, photo: _, ...words } = told
  const department = await findDepartment(db, told.communeId, told.category)
  if (department === undefined) throw new Conflict(notTaken)
  const row = await db
    .insertInto('services.report')
    .values({
      ...{ id: createId(now.getTime()), code: createCode(), status: 'received', department },
      reference: await createReference(db, 'SIG', now.getFullYear()),
      ...words,
      ...{ latitude: position?.latitude, longitude: position?.longitude },
      ...{ contactPhone: phone, contactEmail: email, receivedAt: now, updatedAt: now },
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return row as Report
}

/** A report told by a feature phone: what its menu asks is little, and whoever calls is known by their number. */
import type { Db } from '#platform/database.ts'
import type { Context } from '#platform/web.ts'
import { createReport } from './create-report.actions.ts'
import type { Report } from './report.lifecycle.ts'
import { findToldBefore } from './told-before.queries.ts'

export interface ToldByPhone {
  readonly communeId: string
  /** One of `listTakenCategories`. */
  readonly category: string
  readonly description: string
  readonly quartier: string | null
  /** As E.164: the gateway vouches for it. */
  readonly phone: string
}

/** In a transaction that writes. A gateway that asks again, or a caller who dials again at once, finds it told. */
export async function tellByPhone(
  context: Pick<Context, 'db' | 'actor' | 'now'>,
  told: ToldByPhone,
): Promise<Report> {
  const report = {
    ...{ ...told, channel: 'ussd' as const, email: null, position: null },
    ...{ arrondissement: null, landmark: null },
  }
  return (await findToldBefore(context, report)) ?? createReport(context, report)
}

export type PhoneReport = Pick<Report, 'reference' | 'category' | 'status' | 'receivedAt'>

const mostReports = 12

/** Those that gave this number, while it is kept; the last first. As the system: the number is what is asked for. */
export async function listReportsOfPhone(db: Db, phone: string): Promise<PhoneReport[]> {
  const rows = await db
    .selectFrom('services.report')
    .select(['reference', 'category', 'status', 'receivedAt'])
    .where('contactPhone', '=', phone)
    .orderBy('receivedAt', 'desc')
    .limit(mostReports)
    .execute()
  return rows as PhoneReport[]
}

/** « Me too »: counted once by person, or by telephone for whoever has no account. The mark that is kept leads back to nobody. */
import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { asSystem, type Db } from '#platform/database.ts'
import { createToken } from '#platform/id.ts'
import type { Context } from '#platform/web.ts'
import { publishReport } from './publish-report.ts'

const deviceCookie = 'cauri-appareil'
const year = 365 * 86_400

/** From one address, whoever asks without a cookie: neighbours share one, a crowd does not. */
const mostFromAddress = 5

export type Support = 'counted' | 'known' | 'tooMany'

type Supporting = Pick<
  Context,
  'db' | 'actor' | 'now' | 'platform' | 'address' | 'getCookie' | 'setCookie'
>

export async function supportReport(context: Supporting, reportId: string): Promise<Support> {
  const { platform, address } = context
  const supporter = markSupporter(context, reportId)
  const isKnown = await asSystem(context, (db) => hasSupported(db, reportId, supporter))
  if (isKnown) return 'known'
  const key = `support ${reportId} ${address}`
  if (!(await platform.rateLimiter.tryPoint(key, mostFromAddress, 86_400))) return 'tooMany'
  return asSystem(context, async (db) => {
    await lockReport(db, reportId)
    await db
      .insertInto('services.reportSupport')
      .values({ reportId, supporter, supportedAt: context.now })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await recountSupports(db, reportId)
    await publishReport(db, reportId)
    return 'counted' as const
  })
}

/** Whoever told a report that was merged counted for the other: no longer, once it stands alone again. */
export async function withdrawMerged(
  context: Pick<Context, 'db' | 'actor'>,
  mergedId: string,
): Promise<void> {
  await asSystem(context, async (db) => {
    const left = await db
      .deleteFrom('services.reportSupport')
      .where('supporter', '=', markMerged(mergedId))
      .returning('reportId')
      .execute()
    for (const { reportId } of left) {
      await lockReport(db, reportId)
      await recountSupports(db, reportId)
      await publishReport(db, reportId)
    }
  })
}

export const markMerged = (mergedId: string): string => `report:${mergedId}`

/** The same person on another report has another mark. */
function markSupporter(context: Supporting, reportId: string): string {
  const who = context.actor.id ?? readDevice(context)
  return createHmac('sha256', context.platform.secret)
    .update(`support:${reportId}:${who}`)
    .digest('base64url')
}

function readDevice({ getCookie, setCookie }: Supporting): string {
  const known = getCookie(deviceCookie)
  if (known && known.length <= 64) return known
  const device = createToken()
  setCookie(deviceCookie, device, { maxAge: year })
  return device
}

async function hasSupported(db: Db, reportId: string, supporter: string): Promise<boolean> {
  const row = await db
    .selectFrom('services.reportSupport')
    .select('reportId')
    .where('reportId', '=', reportId)
    .where('supporter', '=', supporter)
    .executeTakeFirst()
  return row !== undefined
}

/** Before a mark is written, so that of two that come at once the second counts both, and neither waits for the other for ever. */
async function lockReport(db: Db, reportId: string): Promise<void> {
  await sql`select from services.report where id = ${reportId} for no key update`.execute(db)
}

export async function recountSupports(db: Db, reportId: string): Promise<void> {
  await sql`update services.report set supports =
      (select count(*) from services.report_support where report_id = report.id)
    where id = ${reportId}`.execute(db)
}

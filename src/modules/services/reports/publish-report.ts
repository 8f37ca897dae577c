/** Writes anew what everybody reads of a report, in the transaction of whatever changed it. */
import type { Db } from '#platform/database.ts'
import { toPublicReport } from './public-report.rules.ts'
import type { Report } from './report.lifecycle.ts'

export async function publishReport(db: Db, reportId: string): Promise<void> {
  const { answer, photoId, mergedReference, ...report } = await readWithBeside(db, reportId)
  const shown = toPublicReport(report as unknown as Report, {
    ...{ answer, mergedReference },
    hasPhoto: photoId !== null,
  })
  if (!shown) {
    await db.deleteFrom('services.publicReport').where('reportId', '=', reportId).execute()
    return
  }
  await db
    .insertInto('services.publicReport')
    .values({ reportId, ...shown })
    .onConflict((conflict) => conflict.column('reportId').doUpdateSet(shown))
    .execute()
}

function readWithBeside(db: Db, reportId: string) {
  return db
    .selectFrom('services.report as report')
    .leftJoin('services.reportPhoto as photo', 'photo.reportId', 'report.id')
    .leftJoin('services.report as target', 'target.id', 'report.mergedInto')
    .selectAll('report')
    .select(['photo.reportId as photoId', 'target.reference as mergedReference'])
    .select((is) =>
      is
        .selectFrom('services.reportMessage as message')
        .select('message.body')
        .whereRef('message.reportId', '=', 'report.id')
        .where('message.kind', '=', 'answer')
        .orderBy('message.writtenAt', 'desc')
        .orderBy('message.id', 'desc')
        .limit(1)
        .as('answer'),
    )
    .where('report.id', '=', reportId)
    .executeTakeFirstOrThrow()
}

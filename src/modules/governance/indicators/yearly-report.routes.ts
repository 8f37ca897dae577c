/** The yearly report, as PDF and in Word, of each year that has a snapshot. */
import { listCommunes, listDepartments } from '#modules/directory/index.ts'
import { findAssociation, listOrganisationNames } from '#modules/identity/index.ts'
import type { Db } from '#platform/database.ts'
import { type NewDocument, paperRoutes } from '#platform/documents.ts'
import { NotFound, orNotFound } from '#platform/errors.ts'
import { toDay } from '#platform/format.ts'
import { everyone } from '#platform/policy.ts'
import type { Context } from '#platform/web.ts'
import { listGroupSeries, listSnapshots, listValuesOn } from './indicator.queries.ts'
import { writeYearlyReport, type YearlyFigures } from './yearly-report.paper.ts'

export const yearlyReportRoutes = paperRoutes('/indicateurs/rapport/:year', {
  load: ({ year }: { year: string }, { db, now }: Context) => loadYear(db, year, toDay(now)),
  allow: everyone,
  write: async (figures: YearlyFigures, { db }: Context): Promise<NewDocument> => {
    const associationId = orNotFound(await findAssociation(db))
    const name = (await listOrganisationNames(db, [associationId])).get(associationId) ?? ''
    return {
      kind: `indicatorReport${figures.year}`,
      subject: { kind: 'association', id: associationId },
      issuer: { id: associationId, name },
      isPublic: true,
      model: writeYearlyReport(figures, name),
    }
  },
  /** Until the year is over it is printed for whoever asks, and not kept. */
  isDraft: ({ isRunning }: YearlyFigures) => isRunning,
})

async function loadYear(db: Db, asked: string, today: string): Promise<YearlyFigures> {
  if (!/^\d{4}$/.test(asked)) throw new NotFound()
  const snapshots = await listSnapshots(db)
  const of = (year: number) => snapshots.filter(({ day }) => day.startsWith(String(year)))
  const own = of(Number(asked))
  const { day } = orNotFound(own.at(-1))
  const dayBefore = of(Number(asked) - 1).at(-1)?.day ?? null
  return {
    ...{ year: Number(asked), day, dayBefore },
    isRunning: today.startsWith(asked),
    countedAfterwards: own.filter((one) => toDay(one.computedAt) > one.day).map((one) => one.day),
    values: await listValuesOn(db, day),
    valuesBefore: dayBefore ? await listValuesOn(db, dayBefore) : [],
    course: (await listGroupSeries(db, '', `${asked}-01-01`)).filter((one) => one.day <= day),
    departments: await listDepartments(db),
    communes: (await listCommunes(db)).map(({ id, name, departmentName }) => ({
      ...{ code: id, name, departmentName },
    })),
  }
}

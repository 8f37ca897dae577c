/** The report of a confirmed diagnosis as PDF and in Word, and its answers as a workbook. */

import type { Actor } from '#platform/actor.ts'
import { paperRoutes, renderSpreadsheet, replyWithFile } from '#platform/documents.ts'
import { type Context, endpoint, type Route } from '#platform/web.ts'
import { diagnosisPolicy } from './diagnosis.policy.ts'
import { getFullDiagnosis } from './diagnosis.queries.ts'
import type { FullDiagnosis } from './diagnosis.schema.ts'
import { writeSheets } from './report-annex.paper.ts'
import { writeReportPaper } from './report-paper.ts'

const base = '/espace/diagnostic/:diagnosisId'

const load = ({ diagnosisId }: { diagnosisId: string }, { db }: Context) =>
  getFullDiagnosis(db, diagnosisId)

const report = {
  load,
  allow: (actor: Actor, { diagnosis }: FullDiagnosis) =>
    diagnosisPolicy.readReport(actor, diagnosis),
  write: writeReportPaper,
}

const workbook = endpoint(`${base}/reponses.xlsx`, {
  load,
  allow: (actor, { diagnosis }) => diagnosisPolicy.read(actor, diagnosis),
  limit: { points: 20, seconds: 60 },
  reply: async (full) =>
    replyWithFile(`${full.diagnosis.reference}.xlsx`, await renderSpreadsheet(writeSheets(full))),
})

export const diagnosisPaperRoutes: Route[] = [...paperRoutes(`${base}/rapport`, report), workbook]

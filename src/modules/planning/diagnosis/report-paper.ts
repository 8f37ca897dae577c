/** The report of a confirmed diagnosis, with all that it names. */
import { getCommuneIssuer } from '#modules/directory/index.ts'
import { listPersonNames } from '#modules/identity/index.ts'
import { type NewDocument, nameCommune } from '#platform/documents.ts'
import type { Context } from '#platform/web.ts'
import { writeReport } from './diagnosis.paper.ts'
import { listResultsOf } from './diagnosis.queries.ts'
import type { FullDiagnosis } from './diagnosis.schema.ts'

/** For the commune and the association: its annex holds what was answered and commented. */
export async function writeReportPaper(
  full: FullDiagnosis,
  { db }: Pick<Context, 'db'>,
): Promise<NewDocument> {
  const { id, communeId, confirmedAt, submittedBy, confirmedBy } = full.diagnosis
  const issuer = await getCommuneIssuer(db, communeId)
  const results = await listResultsOf(db, communeId)
  const model = writeReport({
    full,
    issuer,
    people: await listPersonNames(db, [submittedBy, confirmedBy]),
    previous: results.find((one) => confirmedAt !== null && one.confirmedAt < confirmedAt),
  })
  return {
    kind: 'diagnosisReport',
    subject: { kind: 'diagnosis', id },
    issuer: { id: communeId, name: nameCommune(issuer.name) },
    model,
  }
}

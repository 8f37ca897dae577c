/** A report as GeoReport v2 says it: nothing that its public page does not say. */
import { nameCategory } from '../category.facts.ts'
import type { PublicReport } from '../public-report.rules.ts'
import { reportStatusLabels } from '../report.labels.ts'
import { isOpen } from '../report.workflow.ts'
import type { Node } from './write-xml.rules.ts'

export interface Around {
  readonly communeName: string
  readonly origin: string
}

export function describeRequest(report: PublicReport, { communeName, origin }: Around): Node {
  const { reference, category, status, description, arrondissement, quartier } = report
  return {
    service_request_id: reference,
    status: isOpen(status) ? 'open' : 'closed',
    status_notes: tellNotes(report),
    service_name: nameCategory(category),
    service_code: category,
    description,
    agency_responsible: `Commune de ${communeName}`,
    service_notice: null,
    requested_datetime: writeMoment(report.receivedAt),
    updated_datetime: writeMoment(report.updatedAt),
    expected_datetime: null,
    address: [quartier, arrondissement, communeName].filter(Boolean).join(', '),
    address_id: null,
    zipcode: null,
    lat: report.latitude,
    long: report.longitude,
    media_url: report.hasPhoto ? `${origin}/signalements/${reference}/photo` : null,
  }
}

function tellNotes({ status, answer, mergedInto }: PublicReport): string {
  const words = reportStatusLabels[status]
  if (mergedInto) return `${words} de ${mergedInto}.`
  return answer ? `${words}. ${answer}` : `${words}.`
}

/** As the W3C writes a moment, to the second. */
export function writeMoment(at: Date): string {
  return at.toISOString().replace(/\.\d{3}Z$/, 'Z')
}

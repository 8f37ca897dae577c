/** What everybody may read of a report (decision 0047): never who told it, nor how to reach them, nor exactly where. */
import { maskContacts } from '#platform/mask-contacts.rules.ts'
import { roundPosition } from './public-position.rules.ts'
import type { Report } from './report.lifecycle.ts'

export interface Beside {
  /** The last thing the town hall said to everybody. */
  readonly answer: string | null
  readonly hasPhoto: boolean
  /** The number of the report it was merged into. */
  readonly mergedReference: string | null
}

type Source = Pick<
  Report,
  | 'reference'
  | 'communeId'
  | 'category'
  | 'status'
  | 'visibility'
  | 'showsPhoto'
  | 'description'
  | 'arrondissement'
  | 'quartier'
  | 'latitude'
  | 'longitude'
  | 'supports'
  | 'receivedAt'
  | 'answeredAt'
  | 'closedAt'
  | 'updatedAt'
>

export interface PublicReport {
  readonly reference: string
  readonly communeId: string
  readonly category: string
  readonly status: Report['status']
  readonly arrondissement: string | null
  readonly quartier: string | null
  readonly description: string | null
  readonly answer: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  readonly hasPhoto: boolean
  readonly mergedInto: string | null
  readonly supports: number
  readonly receivedAt: Date
  readonly answeredAt: Date | null
  readonly closedAt: Date | null
  readonly updatedAt: Date
}

/** Null for what was taken out of the public. */
export function toPublicReport(report: Source, beside: Beside): PublicReport | null {
  if (report.visibility === 'hidden') return null
  const { reference, communeId, category, status, supports } = report
  const { receivedAt, answeredAt, closedAt, updatedAt } = report
  const isRead = report.visibility === 'shown'
  return {
    ...{ reference, communeId, category, status, supports },
    ...{ receivedAt, answeredAt, closedAt, updatedAt },
    ...placeOf(report),
    quartier: isRead ? maskOrNull(report.quartier) : null,
    description: isRead ? maskOrNull(report.description) : null,
    answer: maskOrNull(beside.answer),
    hasPhoto: beside.hasPhoto && report.showsPhoto,
    mergedInto: beside.mergedReference,
  }
}

function placeOf({ arrondissement, latitude, longitude }: Source) {
  const point = latitude === null || longitude === null ? null : { latitude, longitude }
  const around = point && roundPosition(point)
  return {
    arrondissement,
    latitude: around?.latitude ?? null,
    longitude: around?.longitude ?? null,
  }
}

const maskOrNull = (text: string | null) => (text ? maskContacts(text) : null)

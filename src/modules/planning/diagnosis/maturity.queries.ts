/** How mature each commune is, by its last confirmed diagnosis. */
import type { Db } from '#platform/database.ts'
import type { Axis } from '../axes.ts'

export interface CommuneMaturity {
  readonly communeId: string
  readonly overall: number
  /** An axis that nobody could judge is not there. */
  readonly levels: Readonly<Partial<Record<Axis, number | null>>>
}

/** In no order; a commune without a diagnosis is not there. */
export async function listMaturity(db: Db): Promise<CommuneMaturity[]> {
  const rows = await db
    .selectFrom('planning.diagnosisResult')
    .select(['communeId', 'overall', 'levels'])
    .where('isLatest', '=', true)
    .execute()
  return rows.map(({ communeId, overall, levels }) => ({
    communeId,
    overall: Number(overall),
    levels: levels as unknown as CommuneMaturity['levels'],
  }))
}

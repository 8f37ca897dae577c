/** What the records of collaboration tell of a commune and a solution: asked, tried, signed, delivered. For the adoption of solutions. */
import type { Db } from '#platform/database.ts'

export interface AdoptionRecord {
  readonly kind: 'contact' | 'pilot' | 'agreement' | 'project'
  readonly id: string
  readonly solutionId: string
  readonly communeId: string
  readonly startupId: string
  readonly at: Date
}

/** All of them in one query, or the one named. */
export async function listAdoptionRecords(db: Db, id?: string): Promise<AdoptionRecord[]> {
  let records = db.selectFrom(selectRecords(db).as('record')).selectAll()
  if (id) records = records.where('record.id', '=', id)
  return (await records.execute()) as AdoptionRecord[]
}

const columns = ['id', 'solutionId', 'communeId', 'startupId'] as const

function selectRecords(db: Db) {
  const contacts = db
    .selectFrom('collaboration.contact')
    .select([...columns, 'openedAt as at'])
    .select(({ val }) => val<string>('contact').as('kind'))
  const pilots = db
    .selectFrom('collaboration.pilot')
    .select([...columns, 'startedAt as at'])
    .select(({ val }) => val<string>('pilot').as('kind'))
    .where('startedAt', 'is not', null)
  const agreements = db
    .selectFrom('collaboration.agreement')
    .select([...columns, 'signedAt as at'])
    .select(({ val }) => val<string>('agreement').as('kind'))
    .where('signedAt', 'is not', null)
    .where('solutionId', 'is not', null)
  const projects = db
    .selectFrom('collaboration.project')
    .select([...columns, 'closedAt as at'])
    .select(({ val }) => val<string>('project').as('kind'))
    .where('status', '=', 'closed')
    .where('closedAt', 'is not', null)
    .where('solutionId', 'is not', null)
    .where('startupId', 'is not', null)
  return contacts
    .$castTo<Row>()
    .unionAll(pilots.$castTo<Row>())
    .unionAll(agreements.$castTo<Row>())
    .unionAll(projects.$castTo<Row>())
}

type Row = Omit<AdoptionRecord, 'kind'> & { readonly kind: string }

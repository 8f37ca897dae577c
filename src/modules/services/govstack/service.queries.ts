/** What everybody may read of the services that were opened, and of their forms. */
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import type { Procedure } from '../procedures/procedure.lifecycle.ts'
import type { Definition } from '../procedures/procedure.types.ts'

export interface OpenedService
  extends Pick<Procedure, 'id' | 'communeId' | 'serviceCode' | 'status' | 'revision'> {
  readonly communeSlug: string
  readonly communeName: string
  readonly statusReason: string | null
  readonly definition: Definition
}

interface ServiceFilter {
  readonly name: string
  readonly communeId: string | null
  readonly after: string | null
}

type ServiceRow = Omit<OpenedService, 'communeSlug' | 'communeName'>

const columns = sql`procedure.id, procedure.commune_id as "communeId", procedure.service_code as "serviceCode",
  procedure.status, procedure.status_reason as "statusReason", procedure.revision, revision.definition`
const opened = sql`services.procedure procedure join services.procedure_revision revision
  on revision.procedure_id = procedure.id and revision.number = procedure.revision`

/** By identifier, one more than a page holds when there is another page. */
export async function listOpenedServices(
  db: Db,
  { name, communeId, after }: ServiceFilter,
  pageSize: number,
): Promise<ServiceRow[]> {
  const { rows } = await sql<ServiceRow>`
    select ${columns} from ${opened}
    where procedure.status <> 'draft' and (${communeId}::uuid is null or procedure.commune_id = ${communeId})
      and (${name} = '' or position(platform.fold(${name}) in platform.fold(revision.definition ->> 'title')) > 0)
      and (${after}::uuid is null or procedure.id > ${after})
    order by procedure.id limit ${pageSize + 1}`.execute(db)
  return rows
}

export async function getOpenedService(db: Db, id: string): Promise<ServiceRow> {
  const { rows } = await sql<ServiceRow>`
    select ${columns} from ${opened} where procedure.status <> 'draft' and procedure.id = ${id}`.execute(
    db,
  )
  return orNotFound(rows[0])
}

export interface PublishedForm {
  readonly procedureId: string
  readonly communeId: string
  readonly number: number
  readonly isLatest: boolean
  readonly definition: Definition
}

/** The latest first. */
export async function listPublishedForms(
  db: Db,
  procedureId: string,
  number: number | null = null,
): Promise<PublishedForm[]> {
  const { rows } = await sql<PublishedForm>`
    select revision.procedure_id as "procedureId", revision.commune_id as "communeId", revision.number, revision.definition,
      revision.number = procedure.revision as "isLatest"
    from services.procedure_revision revision join services.procedure procedure on procedure.id = revision.procedure_id
    where procedure.status <> 'draft' and procedure.id = ${procedureId}
      and (${number}::int is null or revision.number = ${number})
    order by revision.number desc limit 100`.execute(db)
  return rows
}

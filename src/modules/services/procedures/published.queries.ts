/** What everybody may read of procedures: the revision in force of those that were opened, suspended ones included. */
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import type { PublishedCursor } from '#platform/published-cursor.rules.ts'
import type { Procedure } from './procedure.lifecycle.ts'
import type { Definition } from './procedure.types.ts'

export interface PublishedLine {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly serviceCode: string
  readonly communeId: string
  readonly status: Procedure['status']
  readonly updatedAt: Date
}

export interface PublishedFilter {
  readonly words: string
  /** Null for all of them. */
  readonly communeId: string | null
}

/** The last opened, changed or suspended first; one more than a page holds when there is another page. */
export async function listPublished(
  db: Db,
  { words, communeId }: PublishedFilter,
  after: PublishedCursor | null,
  pageSize: number,
): Promise<PublishedLine[]> {
  const title = sql`revision.definition ->> 'title'`
  const { rows } = await sql<PublishedLine>`
    select procedure.id, ${title} as title, revision.definition ->> 'summary' as summary,
      procedure.service_code as "serviceCode", procedure.commune_id as "communeId", procedure.status,
      procedure.updated_at as "updatedAt"
    from services.procedure procedure join services.procedure_revision revision
      on revision.procedure_id = procedure.id and revision.number = procedure.revision
    where procedure.status <> 'draft' and (${communeId}::uuid is null or procedure.commune_id = ${communeId})
      and (${words} = '' or position(platform.fold(${words}) in platform.fold(${title})) > 0)
      and (${after?.id ?? null}::uuid is null
        or (procedure.updated_at, procedure.id) < (${after?.publishedAt ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    order by procedure.updated_at desc, procedure.id desc
    limit ${pageSize + 1}`.execute(db)
  return rows
}

/** The communes that opened at least one. */
export async function listOpenCommuneIds(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('services.procedure')
    .select('communeId')
    .distinct()
    .where('status', '<>', 'draft')
    .execute()
  return rows.map(({ communeId }) => communeId)
}

/** The codes of the services that this commune opened a procedure for. */
export async function listOpenServices(db: Db, communeId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('services.procedure')
    .select('serviceCode')
    .where('communeId', '=', communeId)
    .where('status', '<>', 'draft')
    .execute()
  return new Set(rows.map(({ serviceCode }) => serviceCode))
}

export interface Published {
  readonly procedure: Pick<Procedure, 'id' | 'communeId' | 'serviceCode' | 'status' | 'revision'>
  readonly statusReason: string | null
  readonly definition: Definition
  readonly publishedAt: Date
}

/** Throws NotFound for a service that the commune has no procedure for, or none that it opened. */
export async function getPublished(
  db: Db,
  communeId: string,
  serviceCode: string,
): Promise<Published> {
  const found = await db
    .selectFrom('services.procedure as procedure')
    .innerJoin('services.procedureRevision as revision', (join) =>
      join
        .onRef('revision.procedureId', '=', 'procedure.id')
        .onRef('revision.number', '=', 'procedure.revision'),
    )
    .select(['procedure.id', 'procedure.communeId', 'procedure.serviceCode', 'procedure.status'])
    .select(['procedure.revision', 'procedure.statusReason'])
    .select(['revision.definition', 'revision.publishedAt'])
    .where('procedure.communeId', '=', communeId)
    .where('procedure.serviceCode', '=', serviceCode)
    .where('procedure.status', '<>', 'draft')
    .executeTakeFirst()
  const { definition, publishedAt, statusReason, ...procedure } = orNotFound(found)
  return {
    procedure: procedure as Published['procedure'],
    ...{ statusReason, publishedAt },
    definition: definition as unknown as Definition,
  }
}

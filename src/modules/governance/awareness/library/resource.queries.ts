/** Reading resources: one, an organisation's own, those to review, and those everybody may find. */
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import type { PublishedCursor } from '#platform/published-cursor.rules.ts'
import type { Resource, ResourceKind } from './resource.schema.ts'

const columns = [
  ...['id', 'reference', 'associationId', 'kind', 'authorOrganisationId', 'communeId', 'startupId'],
  ...['solutionId', 'projectId', 'title', 'summary', 'body', 'domains', 'services', 'audiences'],
  ...['videoUrl', 'videoMinutes', 'videoMegabytes', 'fileId', 'status', 'statusReason'],
  ...['createdBy', 'createdAt', 'updatedAt', 'publishedAt', 'version'],
] as (keyof Resource)[]

export async function getResource(db: Db, resourceId: string): Promise<Resource> {
  const row = await selectResources(db).where('id', '=', resourceId).executeTakeFirst()
  return orNotFound(row as Resource | undefined)
}

/** As it stands, and as nobody rewrites it before this transaction ends. */
export async function lockResource(db: Db, resourceId: string): Promise<Resource> {
  const row = await selectResources(db).where('id', '=', resourceId).forUpdate().executeTakeFirst()
  return orNotFound(row as Resource | undefined)
}

export async function getResourceByReference(db: Db, reference: string): Promise<Resource> {
  const row = await selectResources(db)
    .where('reference', '=', reference.toUpperCase())
    .executeTakeFirst()
  return orNotFound(row as Resource | undefined)
}

/** What an organisation wrote or tells its story in, the last touched first; everybody's when none is named. */
export async function listOwnResources(db: Db, organisationId: string | null): Promise<Resource[]> {
  let query = selectResources(db)
  if (organisationId !== null)
    query = query.where((where) =>
      where.or([
        where('authorOrganisationId', '=', organisationId),
        where('communeId', '=', organisationId),
        where('startupId', '=', organisationId),
      ]),
    )
  return (await query.orderBy('updatedAt', 'desc').orderBy('id').limit(100).execute()) as Resource[]
}

export interface ResourceFilter {
  readonly words: string
  readonly kind: ResourceKind | null
  readonly domain: string | null
  readonly audience: string | null
}

export type PublishedResource = Resource & { readonly publishedAt: Date }

/** Newest first; one row more than `size` tells that there are others. */
export async function listPublished(
  db: Db,
  { words, kind, domain, audience }: ResourceFilter,
  cursor: PublishedCursor | null,
  size: number,
): Promise<PublishedResource[]> {
  let query = selectResources(db).where('status', '=', 'published')
  if (words)
    query = query.where(sql<boolean>`document @@ websearch_to_tsquery('platform.fr', ${words})`)
  if (kind) query = query.where('kind', '=', kind)
  if (domain) query = query.where(sql<boolean>`${domain} = any(domains)`)
  if (audience) query = query.where(sql<boolean>`${audience} = any(audiences)`)
  if (cursor)
    query = query.where(
      sql<boolean>`(published_at, id) < (${cursor.publishedAt}::timestamptz, ${cursor.id}::uuid)`,
    )
  const rows = await query
    .orderBy('publishedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(size + 1)
    .execute()
  return rows as PublishedResource[]
}

export async function listPublishedOfSolution(db: Db, solutionId: string): Promise<Resource[]> {
  const rows = await selectResources(db)
    .where('status', '=', 'published')
    .where('solutionId', '=', solutionId)
    .orderBy('publishedAt', 'desc')
    .limit(6)
    .execute()
  return rows as Resource[]
}

export async function listResourcesAt(db: Db, status: Resource['status']): Promise<Resource[]> {
  const rows = await selectResources(db)
    .where('status', '=', status)
    .orderBy('updatedAt')
    .limit(50)
    .execute()
  return rows as Resource[]
}

export function listConsents(db: Db, resourceId: string) {
  return db
    .selectFrom('governance.resourceConsent')
    .select(['organisationId', 'textVersion', 'givenAt'])
    .where('resourceId', '=', resourceId)
    .execute()
}

/** The communes of which somebody opened it, the latest first. */
export function listReadings(db: Db, resourceId: string) {
  return db
    .selectFrom('governance.resourceReading')
    .select(['communeId', 'readOn'])
    .where('resourceId', '=', resourceId)
    .orderBy('readOn', 'desc')
    .orderBy('communeId')
    .execute()
}

function selectResources(db: Db) {
  return db.selectFrom('governance.resource').select(columns)
}

export async function hasRead(db: Db, resourceId: string, communeId: string): Promise<boolean> {
  const reading = await db
    .selectFrom('governance.resourceReading')
    .select('communeId')
    .where('resourceId', '=', resourceId)
    .where('communeId', '=', communeId)
    .executeTakeFirst()
  return reading !== undefined
}

/** The projects whose story is written, published or not. */
export async function listToldProjects(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('governance.resource')
    .select('projectId')
    .where('projectId', 'is not', null)
    .execute()
  return rows.flatMap(({ projectId }) => projectId ?? [])
}

/** Of these, those whose present text the organisation has not agreed to. */
export async function listUnagreed(
  db: Db,
  resources: readonly Resource[],
  organisationId: string,
): Promise<Resource[]> {
  if (resources.length === 0) return []
  const agreed = await db
    .selectFrom('governance.resourceConsent')
    .select(['resourceId', 'textVersion'])
    .where('organisationId', '=', organisationId)
    .where(
      'resourceId',
      'in',
      resources.map(({ id }) => id),
    )
    .execute()
  const versions = new Map(agreed.map(({ resourceId, textVersion }) => [resourceId, textVersion]))
  return resources.filter(({ id, version }) => versions.get(id) !== version)
}

/** What the pages of a resource load: itself, and how what it names is called. */
import { type CatalogueEntry, listCatalogueEntries } from '#modules/directory/index.ts'
import { listOrganisationNames } from '#modules/identity/index.ts'
import type { Db } from '#platform/database.ts'
import { type FileRecord, findFile } from '#platform/files/file-records.ts'
import type { Context } from '#platform/web.ts'
import { workOnResource } from '../awareness-address.ts'
import { getResource } from './resource.queries.ts'
import type { Resource } from './resource.schema.ts'

export interface NamedResource {
  readonly resource: Resource
  readonly names: ReadonlyMap<string, string>
  /** Its solution, while it is in the catalogue. */
  readonly solution: CatalogueEntry | undefined
  readonly file: FileRecord | undefined
}

export const loadResource = ({ resourceId }: { resourceId: string }, { db }: Context) =>
  getResource(db, resourceId)

export async function nameParts(db: Db, resource: Resource): Promise<NamedResource> {
  const { authorOrganisationId, communeId, startupId, solutionId, fileId } = resource
  const ids = [authorOrganisationId, communeId, startupId].filter((id) => id !== null)
  const [solution] = solutionId ? await listCatalogueEntries(db, [solutionId]) : []
  return {
    ...{ resource, solution },
    names: new Map(await listOrganisationNames(db, ids)),
    file: fileId ? await findFile(db, fileId) : undefined,
  }
}

export const resourceBack = (resource: Resource) => ({
  href: workOnResource(resource),
  label: resource.reference,
})

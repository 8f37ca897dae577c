/** Startups by identifier, as what concerns them names them: one that is in no catalogue keeps its name alone. */
import { listStartupSlugs } from '#modules/directory/index.ts'
import { listOrganisationNames } from '#modules/identity/index.ts'
import type { Db } from '#platform/database.ts'
import type { Asked } from './operation.types.ts'

export interface Startups {
  readonly names: ReadonlyMap<string, string>
  readonly slugs: ReadonlyMap<string, string>
}

export async function loadStartups(db: Db, ids: readonly (string | null)[]): Promise<Startups> {
  const known = ids.filter((id) => id !== null)
  return { names: await listOrganisationNames(db, known), slugs: await listStartupSlugs(db, known) }
}

export function writeStartupRef(
  { names, slugs }: Startups,
  id: string | null,
  { url }: Asked<unknown>,
  otherwise = '',
) {
  const slug = slugs.get(id ?? '') ?? null
  return {
    ...{ slug, name: names.get(id ?? '') ?? otherwise },
    url: slug && url(`/startups/${slug}`),
  }
}

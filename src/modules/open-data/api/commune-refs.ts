/** Communes by identifier, as what belongs to them names them. */
import { type CommunePlace, listCommunePlaces } from '#modules/directory/index.ts'
import type { Db } from '#platform/database.ts'
import type { Asked } from './operation.types.ts'

export type Communes = ReadonlyMap<string, CommunePlace>

export async function loadCommunes(db: Db): Promise<Communes> {
  return new Map((await listCommunePlaces(db)).map((commune) => [commune.id, commune]))
}

/** Null when none was named. */
export function findCommuneId(
  communes: Communes,
  slug: string | undefined,
): string | null | 'unknown' {
  if (slug === undefined) return null
  return [...communes.values()].find((one) => one.slug === slug)?.id ?? 'unknown'
}

export function writeCommuneRef(communes: Communes, id: string, { url }: Asked<unknown>) {
  const { slug = '', name = '' } = communes.get(id) ?? {}
  return { slug, name, url: url(`/communes/${slug}`) }
}

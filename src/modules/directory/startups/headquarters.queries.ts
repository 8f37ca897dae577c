/** The communes a company can have its seat in. */
import type { Db } from '#platform/database.ts'

export async function listCommuneOptions(db: Db): Promise<{ value: string; label: string }[]> {
  return db
    .selectFrom('directory.commune')
    .select(['id as value', 'name as label'])
    .orderBy('search')
    .execute()
}

/** A seat that was not offered, in a form that somebody wrote themselves. */
export function findSeatFault(
  { communeId }: { readonly communeId: string },
  offered: readonly { value: string }[],
): { communeId: string } | null {
  return communeId === '' || offered.some(({ value }) => value === communeId)
    ? null
    : { communeId: 'Choisissez une commune' }
}

export async function findCommuneName(db: Db, communeId: string | null): Promise<string | null> {
  if (communeId === null) return null
  const row = await db
    .selectFrom('directory.commune')
    .select('name')
    .where('id', '=', communeId)
    .executeTakeFirst()
  return row?.name ?? null
}

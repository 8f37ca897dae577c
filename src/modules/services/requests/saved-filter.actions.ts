/** Searches of the agents' list that a person keeps under a name. */
import { getOrganisationId, getPersonId } from '#platform/actor.ts'
import { createId } from '#platform/id.ts'
import type { Context } from '#platform/web.ts'

export interface SavedFilter {
  readonly id: string
  readonly name: string
  /** As in the address of the list. */
  readonly query: string
}

const most = 20

export async function listSavedFilters({
  db,
  actor,
}: Pick<Context, 'db' | 'actor'>): Promise<SavedFilter[]> {
  return db
    .selectFrom('services.requestFilter')
    .select(['id', 'name', 'query'])
    .where('communeId', '=', getOrganisationId(actor))
    .where('personId', '=', getPersonId(actor))
    .orderBy('name')
    .limit(most)
    .execute()
}

/** The same name again is the same filter, changed. */
export async function saveFilter(
  { db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>,
  name: string,
  query: string,
): Promise<void> {
  await db
    .insertInto('services.requestFilter')
    .values({
      ...{ id: createId(now.getTime()), communeId: getOrganisationId(actor) },
      ...{ personId: getPersonId(actor), name, query, createdAt: now },
    })
    .onConflict((conflict) =>
      conflict.columns(['communeId', 'personId', 'name']).doUpdateSet({ query }),
    )
    .execute()
}

export async function forgetFilter(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  id: string,
): Promise<void> {
  await db
    .deleteFrom('services.requestFilter')
    .where('id', '=', id)
    .where('personId', '=', getPersonId(actor))
    .execute()
}

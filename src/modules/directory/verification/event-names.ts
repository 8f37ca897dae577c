/** Who the people and organisations of a history are. */
import { listOrganisationNames, listPersonNames } from '#modules/identity/index.ts'
import type { Db } from '#platform/database.ts'
import type { FileEvent } from './file-event.queries.ts'

export async function listEventNames(
  db: Db,
  events: readonly FileEvent[],
): Promise<ReadonlyMap<string, string>> {
  const people = await listPersonNames(
    db,
    events.map((event) => event.actorId),
  )
  const organisations = await listOrganisationNames(
    db,
    events.map((event) => event.organisationId),
  )
  return new Map([...people, ...organisations])
}

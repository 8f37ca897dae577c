/** Reading requests. Row-level security shows each to whoever asks and, once sent, to the people of its commune. */
import type { Db } from '#platform/database.ts'
import { orNotFound } from '#platform/errors.ts'
import type { Definition } from '../procedures/procedure.types.ts'
import type { Request } from './request.lifecycle.ts'

export async function getRequest(db: Db, id: string): Promise<Request> {
  const row = await db
    .selectFrom('services.request')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return orNotFound(row as unknown as Request | undefined)
}

export interface FullRequest {
  readonly request: Request
  /** As it was published when the request began. */
  readonly definition: Definition
}

/** In one query: it is what every page of a request begins with. */
export async function getFullRequest(db: Db, id: string): Promise<FullRequest> {
  const row = await db
    .selectFrom('services.request as request')
    .innerJoin('services.procedureRevision as revision', (join) =>
      join
        .onRef('revision.procedureId', '=', 'request.procedureId')
        .onRef('revision.number', '=', 'request.revision'),
    )
    .selectAll('request')
    .select('revision.definition')
    .where('request.id', '=', id)
    .executeTakeFirst()
  const { definition, ...request } = orNotFound(row)
  return { request: request as unknown as Request, definition: definition as unknown as Definition }
}

export type OwnLine = Pick<
  Request,
  'id' | 'reference' | 'title' | 'status' | 'communeId' | 'updatedAt' | 'receivedAt' | 'dueOn'
>

/** What a person asked, the last changed first; one more than a page holds when there is another page. */
export function listOwnRequests(
  db: Db,
  personId: string,
  after: { readonly updatedAt: Date; readonly id: string } | null,
  pageSize: number,
): Promise<OwnLine[]> {
  let lines = db
    .selectFrom('services.request')
    .select(['id', 'reference', 'title', 'status', 'communeId', 'updatedAt', 'receivedAt', 'dueOn'])
    .where('requesterId', '=', personId)
  if (after)
    lines = lines.where((is) =>
      is.or([
        is('updatedAt', '<', after.updatedAt),
        is.and([is('updatedAt', '=', after.updatedAt), is('id', '>', after.id)]),
      ]),
    )
  return lines
    .orderBy('updatedAt', 'desc')
    .orderBy('id')
    .limit(pageSize + 1)
    .execute() as Promise<OwnLine[]>
}

/** The draft that this person already began for a procedure. */
export function findOwnDraft(db: Db, procedureId: string, personId: string) {
  return db
    .selectFrom('services.request')
    .select(['id', 'createdAt'])
    .where('procedureId', '=', procedureId)
    .where('requesterId', '=', personId)
    .where('status', '=', 'draft')
    .executeTakeFirst()
}

/** What an agent is writing at the counter for one procedure, the last changed first. */
export function listCounterDrafts(db: Db, procedureId: string, personId: string) {
  return db
    .selectFrom('services.request')
    .select(['id', 'updatedAt'])
    .where('procedureId', '=', procedureId)
    .where('enteredBy', '=', personId)
    .where('status', '=', 'draft')
    .orderBy('updatedAt', 'desc')
    .limit(20)
    .execute()
}

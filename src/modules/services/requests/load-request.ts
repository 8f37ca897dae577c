/** A request with what its pages tell around it. */
import { type Commune, getCommune } from '#modules/directory/index.ts'
import type { Context } from '#platform/web.ts'
import type { Answering } from '../forms/screen.routes.tsx'
import type { Request } from './request.lifecycle.ts'
import { requestPolicy } from './request.policy.ts'
import { getFullRequest } from './request.queries.ts'

export interface Asked extends Answering {
  readonly request: Request
  readonly commune: Commune
}

export const requestPath = '/demandes/:requestId'

export async function loadAsked(
  { requestId }: { requestId: string },
  { db }: Pick<Context, 'db'>,
): Promise<Asked> {
  const { request, definition } = await getFullRequest(db, requestId)
  const { answers, communeId } = request
  return {
    ...{ request, definition, answers, communeId },
    base: `/demandes/${requestId}`,
    commune: await getCommune(db, communeId),
  }
}

export const mayAnswer = (actor: Context['actor'], { request }: Asked) =>
  requestPolicy.answer(actor, request)

/** Its answers may change: it is being written, or completed. */
export const isOpenToAnswers = ({ status }: Pick<Request, 'status'>) =>
  status === 'draft' || status === 'incomplete'

/** Where whoever answers reads it, and finds the others: the citizen, or the town hall where nobody has it in an account. */
export function placesOf({ id, requesterId }: Pick<Request, 'id' | 'requesterId'>) {
  return requesterId === null
    ? { list: '/espace/demandes', href: `/espace/demandes/${id}` }
    : { list: '/demandes', href: `/demandes/${id}` }
}

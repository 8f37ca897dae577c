/** A receiver with its organisation, as every page of it begins. */
import { getOrganisation, type Organisation } from '#modules/identity/index.ts'
import { orNotFound } from '#platform/errors.ts'
import { isId } from '#platform/id.ts'
import type { Rule } from '#platform/policy.ts'
import type { Context } from '#platform/web.ts'
import { mayChangeReceiver } from './webhook.policy.ts'
import { getReceiver, type ShownReceiver } from './webhook.queries.ts'

export const routePath = '/espace/organisations/:organisationId/recepteurs'

export interface OfReceiver {
  readonly organisation: Organisation
  readonly receiver: ShownReceiver
}

export async function loadReceiver(
  { organisationId, receiverId }: { organisationId: string; receiverId: string },
  { db }: Context,
): Promise<OfReceiver> {
  return {
    organisation: await getOrganisation(db, organisationId),
    receiver: await getReceiver(db, organisationId, readId(receiverId)),
  }
}

export const readId = (text: string): string => orNotFound(isId(text) ? text : undefined)

export const changesReceiver: Rule<OfReceiver> = (actor, { receiver }) =>
  mayChangeReceiver(actor, receiver)

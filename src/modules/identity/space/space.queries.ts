/** What the signed-in home shows of a person's own account, beside what the other modules contribute. */
import { getOrganisationId, getPersonId, worksForA } from '#platform/actor.ts'
import { orNotFound } from '#platform/errors.ts'
import type { Context } from '#platform/web.ts'
import { listKeyTasks } from '../api-keys/api-key.tasks.ts'
import { type Assistance, listOpenAssistances } from '../assistance/assistance.queries.ts'
import { type Invitation, listReceivedInvitations } from '../invitations/invitation.queries.ts'
import { findPerson } from '../people/person.queries.ts'
import type { SpaceContribution, SpaceLink, SpaceTask } from './space.ts'
import { sortTasks } from './tasks.rules.ts'

export interface Shown {
  readonly tasks: readonly SpaceTask[]
  readonly links: readonly SpaceLink[]
  readonly invitations: readonly Invitation[]
  readonly hasSecondFactor: boolean
  /** Under way, for the commune acted for. */
  readonly assistances: readonly Assistance[]
}

export async function loadSpace(
  context: Context,
  contributions: readonly SpaceContribution[],
): Promise<Shown> {
  const { db, actor, now } = context
  const person = orNotFound(await findPerson(db, getPersonId(actor)))
  const tasks: SpaceTask[] = []
  tasks.push(...(await listKeyTasks(db, actor, now)))
  for (const { listTasks } of contributions) tasks.push(...(await listTasks(db, actor, now)))
  return {
    tasks: sortTasks(tasks),
    links: contributions.flatMap(({ listLinks }) => listLinks(actor)),
    invitations: actor.assistance ? [] : await listReceivedInvitations(context, person),
    hasSecondFactor: person.totpConfirmedAt !== null,
    assistances: await listOwnAssistances(context),
  }
}

function listOwnAssistances({ db, actor, now }: Context): Promise<Assistance[]> | Assistance[] {
  if (!worksForA(actor, 'commune')) return []
  return listOpenAssistances(db, getOrganisationId(actor), now)
}

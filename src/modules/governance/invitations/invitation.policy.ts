/** Who may do what with an invitation: the association invites and counts, whoever is invited answers for itself. */
import { type Actor, worksFor } from '#platform/actor.ts'
import { associationStaff } from '#platform/policy.ts'
import { mayPrepareSessions } from '../sessions/session.policy.ts'
import type { SessionStatus } from '../sessions/session.workflow.ts'
import type { Invitation } from './invitation.schema.ts'

interface Met {
  readonly session: { readonly status: SessionStatus }
}

type Invited = Met & { readonly invitation: Pick<Invitation, 'organisationId' | 'sentAt'> }

const isBefore = ({ session }: Met) => ['draft', 'announced'].includes(session.status)

export const invitationPolicy = {
  list: mayPrepareSessions,
  invite: (actor: Actor, met: Met) => mayPrepareSessions(actor, null) && isBefore(met),
  /** Letters leave in the association's name, for what the calendar shows. */
  send: (actor: Actor, { session }: Met) =>
    associationStaff(actor, null) && session.status === 'announced',
  /** What was answered by letter or by telephone; who came. */
  note: (actor: Actor, { session }: Met) =>
    mayPrepareSessions(actor, null) && ['announced', 'held'].includes(session.status),
  read: (actor: Actor, { invitation }: Invited) =>
    mayPrepareSessions(actor, null) || isInvited(actor, invitation),
  answer: (actor: Actor, { session, invitation }: Invited) =>
    isInvited(actor, invitation) && session.status === 'announced',
}

/** Whoever answers for a commune, or for a startup. */
function isInvited(actor: Actor, { organisationId, sentAt }: Invited['invitation']): boolean {
  return (
    sentAt !== null && worksFor(actor, organisationId, 'mayor', 'secretary', 'itOfficer', 'manager')
  )
}

/** Who may do what with a session: the secretariat decides, the members of commissions write with it. */
import { type Actor, worksForA } from '#platform/actor.ts'
import { associationStaff, everyone, type Rule } from '#platform/policy.ts'
import type { Session } from './session.schema.ts'
import type { SessionStep } from './session.workflow.ts'

type Stored = Pick<Session, 'status'>

export const mayPrepareSessions: Rule = (actor) =>
  worksForA(actor, 'association', 'staff', 'commissioner')

export const sessionPolicy = {
  read: (actor, session) => session.status !== 'draft' || mayPrepareSessions(actor, session),
  open: mayPrepareSessions,
  /** Its theme, place, dates, agenda, documents and whom it invites. */
  edit: whileOpen,
  /** What is said under each item, who came: from its announcement to its report. */
  record: (actor, session) =>
    mayPrepareSessions(actor, session) && ['announced', 'held'].includes(session.status),
  readReport: (actor, session) =>
    session.status === 'published' ? everyone(actor, session) : mayPrepareSessions(actor, session),

  announce: associationStaff,
  hold: mayPrepareSessions,
  publish: associationStaff,
  correct: associationStaff,
  cancel: associationStaff,
} satisfies Record<SessionStep | 'read' | 'open' | 'edit' | 'record' | 'readReport', Rule<Stored>>

function whileOpen(actor: Actor, session: Stored): boolean {
  return (
    mayPrepareSessions(actor, session) && ['draft', 'announced', 'held'].includes(session.status)
  )
}

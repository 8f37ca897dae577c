/** Who names the systems that are told: whoever makes the keys of the organisation. The association sees them, and pauses one that harms. */
import { mayMakeKeys, mayRevokeKeys, type Organisation } from '#modules/identity/index.ts'
import type { Actor } from '#platform/actor.ts'
import { anyOf, associationStaff, type Rule } from '#platform/policy.ts'
import { listKindsOf } from './event-kinds.lists.ts'
import type { ReceiverStep } from './webhook.workflow.ts'

interface Subject {
  readonly organisation: Organisation
}

export const mayAddReceivers: Rule<Subject> = (actor, { organisation }) =>
  mayMakeKeys(actor, { organisation }) && listKindsOf(organisation.kind).length > 0

export const maySeeReceivers: Rule<Subject> = mayRevokeKeys

interface Owned {
  readonly organisationId: string
}

/** Whoever acts for another organisation is refused by its identifier, whatever the kind of this one. */
export const mayChangeReceiver: Rule<Owned> = (actor, { organisationId: id }) =>
  actor.organisation !== null &&
  mayMakeKeys(actor, { organisation: { id, kind: actor.organisation.kind, name: '' } })

const isSystem: Rule<Owned> = (actor: Actor) => actor.kind === 'system'

export const receiverPolicy: Readonly<Record<ReceiverStep, Rule<Owned>>> = {
  pause: anyOf(mayChangeReceiver, associationStaff),
  resume: mayChangeReceiver,
  stop: isSystem,
  remove: mayChangeReceiver,
}

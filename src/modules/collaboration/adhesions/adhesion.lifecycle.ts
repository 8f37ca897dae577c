/** Who adheres: the executive of a commune, the manager of a startup; their organisation's journal keeps the history. */
import { type Actor, worksFor } from '#platform/actor.ts'
import type { Lifecycle } from '#platform/lifecycle.ts'
import { anyOf, associationStaff, type Rule } from '#platform/policy.ts'
import type { Adhesion, AdhesionStatus } from './adhesion.schema.ts'
import { type AdhesionFact, type AdhesionStep, adhesionWorkflow } from './adhesion.workflow.ts'

type Subject = Pick<Adhesion, 'organisationId'>

const signs = (actor: Actor, { organisationId }: Subject) =>
  worksFor(actor, organisationId, 'secretary', 'mayor', 'manager')

const isOfOrganisation: Rule<Subject> = (actor, { organisationId }) =>
  actor.organisation?.id === organisationId

export const adhesionPolicy = {
  read: anyOf(isOfOrganisation, associationStaff),
  sign: signs,
  replace: signs,
  withdraw: signs,
} satisfies Record<AdhesionStep | 'read', Rule<Subject>>

/** Whoever may bind their organisation may make it adhere. */
export const mayAdhere = ({ organisation, role }: Actor): boolean =>
  (organisation?.kind === 'commune' && (role === 'secretary' || role === 'mayor')) ||
  (organisation?.kind === 'startup' && role === 'manager')

export const adhesionLifecycle: Lifecycle<Adhesion, AdhesionStatus, AdhesionStep, AdhesionFact> = {
  kind: 'adhesion',
  table: 'collaboration.adhesion',
  historyTable: 'collaboration.adhesionEvent',
  workflow: adhesionWorkflow,
  policy: adhesionPolicy,
  historyOf: ({ id, organisationId }) => ({ adhesionId: id, adherentId: organisationId }),
  journalOf: ({ organisationId }) => organisationId,
  missing: {
    reasonIsGiven: 'Dites pourquoi votre organisation se retire.',
    signatureIsKept: 'La signature manque.',
    newerIsSigned: 'Aucune version plus récente n’a été signée.',
  },
}

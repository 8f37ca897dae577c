/** Who may change the association's lists: its secretariat proposes, a second person of the association reviews. */
import { worksForA } from '#platform/actor.ts'
import { anyOf, associationStaff, type Rule, systemOnly } from '#platform/policy.ts'
import type { ReferenceChange } from './change.schema.ts'
import type { ChangeStep } from './change.workflow.ts'

type Stored = Pick<ReferenceChange, 'proposedBy'>

/** Everybody of the association reads the lists and their history. */
export const mayReadReferences: Rule = (actor) =>
  worksForA(actor, 'association', 'staff', 'commissioner')
export const mayProposeChange: Rule = associationStaff

const secondPerson: Rule<Stored> = (actor, { proposedBy }) =>
  mayReadReferences(actor, null) && actor.id !== proposedBy

export const changePolicy: Readonly<Record<ChangeStep, Rule<Stored>>> = {
  approve: secondPerson,
  return: secondPerson,
  resubmit: associationStaff,
  withdraw: associationStaff,
  /** When it is approved on its day, or by the clock. */
  apply: anyOf<Stored>(systemOnly, secondPerson),
}

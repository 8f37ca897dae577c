/** Rules that say who may do what. Pure: an actor and a stored object in, yes or no out. */
import { type Actor, worksForA } from './actor.ts'

export type Rule<Subject = unknown> = (actor: Actor, subject: Subject) => boolean

export const everyone: Rule = () => true
export const signedIn: Rule = (actor) => actor.kind === 'person'
/** What a person does in their own name: not while they act on behalf of a commune. */
export const inOwnName: Rule = (actor) => signedIn(actor, null) && !actor.assistance
/** What follows from something decided elsewhere, or from the clock: nobody does it by hand. */
export const systemOnly: Rule = (actor) => actor.kind === 'system'
export const visitorsOnly: Rule = (actor) => actor.kind === 'visitor'

/** The secretariat of the association: it verifies, moderates and assists. */
export const associationStaff: Rule = (actor) => worksForA(actor, 'association', 'staff')

export function anyOf<Subject>(...rules: Rule<Subject>[]): Rule<Subject> {
  return (actor, subject) => rules.some((rule) => rule(actor, subject))
}

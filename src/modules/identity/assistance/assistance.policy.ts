/** Who may act for a commune that is not theirs, who ends it, and who allows it. */
import { worksFor, worksForA } from '#platform/actor.ts'
import { anyOf, associationStaff, type Rule } from '#platform/policy.ts'

interface Subject {
  readonly communeId: string
  readonly personId: string
}

export const mayAssist: Rule = associationStaff

/** The association reads the whole register; the people of a commune, its own lines. */
export const maySeeRegister: Rule = anyOf(associationStaff, (actor) => worksForA(actor, 'commune'))

/** Whoever assists ends it when done; the executive of the commune ends it at any moment. */
export const mayStop: Rule<Subject> = (actor, { communeId, personId }) =>
  actor.id === personId || worksFor(actor, communeId, 'secretary', 'mayor')

/** The executive of the commune; whoever assists is none of them. */
export const mayChoose: Rule = (actor) => worksForA(actor, 'commune', 'secretary', 'mayor')

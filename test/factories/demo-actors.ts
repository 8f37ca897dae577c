/** People of the demonstration world, as those who act. */
import { organisationId, personId } from '#demo/ids.ts'
import { people } from '#demo/people.ts'
import type { Actor, OrganisationKind, Role } from '#platform/actor.ts'

/** Such as « se.glazoue ». */
export function demoActor(account: string): Actor {
  const person = people.find(({ email }) => email === `${account}@demo.example`)
  if (!person?.organisation) throw new Error(`${account} acts for nobody`)
  const { name, organisation, role } = person
  const kind: OrganisationKind = account.startsWith('startup') ? 'startup' : 'commune'
  return {
    kind: 'person',
    id: personId(account),
    name,
    organisation: { id: organisationId(organisation), kind, name: organisation },
    role: role as Role,
  }
}

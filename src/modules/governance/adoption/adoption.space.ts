/** The way to adoption from the signed-in home. */
import type { SpaceContribution } from '#modules/identity/index.ts'
import { adoptionPolicy } from './adoption.policy.ts'
import { adoptionHome } from './list-adoption.page.tsx'

export const adoptionSpace: SpaceContribution = {
  listTasks: async () => [],
  listLinks: (actor) =>
    adoptionPolicy.readOwn(actor) ? [{ label: 'Adoption des solutions', href: adoptionHome }] : [],
}

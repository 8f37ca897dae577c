/** What the directory adds to the signed-in home. */
import type { SpaceContribution } from '#modules/identity/index.ts'
import { communeOfficers, worksForA } from '#platform/actor.ts'
import { deploymentTasks } from './deployments/deployment.tasks.ts'
import { startupTasks } from './verification/verification.tasks.ts'

export const directorySpace: SpaceContribution = {
  async listTasks(db, actor, now) {
    return [...(await startupTasks(db, actor, now)), ...(await deploymentTasks(db, actor))]
  },
  listLinks(actor) {
    if (worksForA(actor, 'startup')) {
      return [
        { label: 'Le dossier de la startup', href: '/espace/startup' },
        { label: 'Mes solutions', href: '/espace/solutions' },
      ]
    }
    if (worksForA(actor, 'commune', ...communeOfficers)) {
      return [
        { label: 'Les moyens de la commune', href: '/espace/commune' },
        { label: 'L’emblème de la commune', href: '/espace/commune/embleme' },
        { label: 'Solutions utilisées', href: '/espace/utilisations' },
      ]
    }
    return worksForA(actor, 'association', 'staff')
      ? [
          { label: 'Vérifications', href: '/espace/verifications' },
          { label: 'Modération', href: '/espace/moderation' },
          { label: 'Jours fériés', href: '/jours-feries' },
        ]
      : []
  },
}

/** What waits for a commune about the solutions it uses. */
import type { SpaceTask } from '#modules/identity/index.ts'
import { type Actor, getOrganisationId } from '#platform/actor.ts'
import type { Db } from '#platform/database.ts'
import { t } from '#platform/i18n.ts'
import { mayDeclareUse } from './deployment.policy.ts'
import { listOwnUses } from './deployment.queries.ts'

export async function deploymentTasks(db: Db, actor: Actor): Promise<SpaceTask[]> {
  if (!mayDeclareUse(actor, null)) return []
  const uses = await listOwnUses(db, getOrganisationId(actor))
  return uses.flatMap(({ status, solutionName: name, stars, id }): SpaceTask[] => {
    if (status === 'claimed')
      return [
        {
          title: t('Confirmer ou contester l’utilisation de {name}', { name }),
          href: '/espace/utilisations',
          tone: 'warning',
        },
      ]
    if (status === 'confirmed' && stars === null)
      return [
        {
          title: t('Donner un avis sur {name}', { name }),
          href: `/espace/utilisations/${id}/avis`,
        },
      ]
    return []
  })
}

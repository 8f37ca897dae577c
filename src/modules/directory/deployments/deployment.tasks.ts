/** What waits for a commune about the solutions it uses, and for a startup about what communes say. */
import type { SpaceTask } from '#modules/identity/index.ts'
import { type Actor, getOrganisationId, worksForA } from '#platform/actor.ts'
import type { Db } from '#platform/database.ts'
import { t } from '#platform/i18n.ts'
import { mayDeclareUse } from './deployment.policy.ts'
import { type CommuneUse, listOwnUses } from './deployment.queries.ts'
import { listUnansweredRatings } from './rating.queries.ts'

export async function deploymentTasks(db: Db, actor: Actor): Promise<SpaceTask[]> {
  if (mayDeclareUse(actor, null)) {
    const uses = await listOwnUses(db, getOrganisationId(actor))
    return uses.flatMap(toCommuneTask)
  }
  return worksForA(actor, 'startup', 'manager', 'member') ? listReplies(db, actor) : []
}

function toCommuneTask({ status, solutionName: name, stars, id }: CommuneUse): SpaceTask[] {
  if (status === 'claimed')
    return [
      {
        title: t('Confirmer ou contester une utilisation : {name}', { name }),
        href: '/espace/utilisations',
        tone: 'warning',
      },
    ]
  const isToRate = status === 'confirmed' && stars === null
  return isToRate
    ? [{ title: t('Donner un avis : {name}', { name }), href: `/espace/utilisations/${id}/avis` }]
    : []
}

async function listReplies(db: Db, actor: Actor): Promise<SpaceTask[]> {
  const ratings = await listUnansweredRatings(db, getOrganisationId(actor))
  return ratings.map(({ deploymentId, solutionName, communeName }) => ({
    title: t('Répondre à un avis ({commune}) : {name}', {
      commune: communeName,
      name: solutionName,
    }),
    href: `/espace/avis/${deploymentId}/repondre`,
  }))
}

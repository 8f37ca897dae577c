/** What waits in sensibilisation: a review, an agreement. */
import type { SpaceContribution, SpaceTask } from '#modules/identity/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database.ts'
import { t } from '#platform/i18n.ts'
import { mayPrepareAwareness } from './awareness.policy.ts'
import { awarenessHome, workOnResource } from './awareness-address.ts'
import { resourcePolicy } from './library/resource.policy.ts'
import { listResourcesAt, listUnagreed } from './library/resource.queries.ts'
import type { Resource } from './library/resource.schema.ts'

export const awarenessSpace: SpaceContribution = {
  async listTasks(db, actor) {
    if (!mayPrepareAwareness(actor, null)) return []
    return listResourceTasks(db, actor)
  },
  listLinks: (actor) =>
    mayPrepareAwareness(actor, null) ? [{ label: 'Sensibilisation', href: awarenessHome }] : [],
}

async function listResourceTasks(db: Db, actor: Actor): Promise<SpaceTask[]> {
  const proposed = await listResourcesAt(db, 'proposed')
  const toReview = proposed.filter((resource) => resourcePolicy.publish(actor, resource))
  const toAgree = proposed.filter((resource) => resourcePolicy.agree(actor, resource))
  const unagreed = await listUnagreed(db, toAgree, actor.organisation?.id ?? '')
  return [
    ...toReview.map((resource) => toTask(resource, t('Relire une ressource'))),
    ...unagreed.map((resource) =>
      toTask(resource, t('Accepter ou non l’étude de cas d’un projet')),
    ),
  ]
}

const toTask = (resource: Resource, title: string): SpaceTask => ({
  ...{ title, text: resource.title, href: workOnResource(resource), tone: 'info' },
})

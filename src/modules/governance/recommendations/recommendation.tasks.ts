/** What waits for the association in its recommendations. */
import type { SpaceContribution } from '#modules/identity/index.ts'
import { toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { mayPrepareSessions } from '../sessions/session.policy.ts'
import { listLate } from './recommendation.queries.ts'
import { recommendationAddress } from './recommendation-address.ts'

export const recommendationSpace: SpaceContribution = {
  async listTasks(db, actor, now) {
    if (!mayPrepareSessions(actor, null)) return []
    const late = await listLate(db, toDay(now))
    return late.map((recommendation) => ({
      title: t('Recommandation dont l’échéance est passée'),
      text: recommendation.title,
      href: recommendationAddress(recommendation),
      tone: 'warning',
    }))
  },
  listLinks: () => [],
}

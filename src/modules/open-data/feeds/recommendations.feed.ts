/** What the commissions recommend, and each time that it moves. */
import { listLastMoved } from '#modules/governance/index.ts'
import { feedSize, openFeed } from './open-feed.ts'

export const recommendationFeed = openFeed(
  {
    ...{ address: '/recommandations.atom', page: '/recommandations' },
    title: 'Recommandations des commissions de l’ANCB',
  },
  async ({ db }) => {
    const lines = await listLastMoved(db, feedSize)
    return lines.map(({ id, reference, title, body, updatedAt }) => ({
      ...{ id, title, summary: body || title, updated: updatedAt, author: 'ANCB' },
      address: `/recommandations/${reference}`,
    }))
  },
)

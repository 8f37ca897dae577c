/** The solutions that enter the catalogue, for communes that follow it. */
import { domainLabels, listLatestEntries } from '#modules/directory/index.ts'
import { feedSize, openFeed } from './open-feed.ts'

export const solutionFeed = openFeed(
  { ...{ address: '/solutions.atom', page: '/solutions' }, title: 'Solutions pour les communes' },
  async ({ db }) => {
    const entries = await listLatestEntries(db, feedSize)
    return entries.map((entry) => ({
      ...{ id: entry.solutionId, title: entry.name, summary: entry.summary },
      ...{ updated: entry.publishedAt, published: entry.publishedAt, author: entry.startupName },
      address: `/solutions/${entry.slug}`,
      categories: entry.domains.map((term) => ({ term, label: domainLabels[term] ?? term })),
    }))
  },
)

/** The needs that communes publish, for startups that follow them with a reader. */
import { listPublishedNeeds } from '#modules/collaboration/index.ts'
import { domainLabels, listCommuneNames } from '#modules/directory/index.ts'
import { feedSize, openFeed } from './open-feed.ts'

export const needFeed = openFeed(
  {
    ...{ address: '/besoins.atom', page: '/besoins' },
    title: 'Besoins numériques des communes du Bénin',
  },
  async ({ db }) => {
    const filter = { words: '', domain: null, communeId: null, isGrouped: false }
    const needs = await listPublishedNeeds(db, filter, null, feedSize)
    const names = await listCommuneNames(
      db,
      needs.map(({ communeId }) => communeId),
    )
    return needs.map((need) => ({
      ...{ id: need.id, title: need.title, summary: need.expectedOutcome },
      ...{ updated: need.publishedAt, published: need.publishedAt },
      author: `Commune de ${names.get(need.communeId) ?? ''}`,
      address: `/besoins/${need.reference}`,
      categories: need.domains.map((term) => ({ term, label: domainLabels[term] ?? term })),
    }))
  },
)

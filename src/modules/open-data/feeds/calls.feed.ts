/** The calls that communes publish, with their deadline, and each time that an addendum moves it. */
import { callMechanismLabels, listLatestCalls } from '#modules/collaboration/index.ts'
import { domainLabels, listCommuneNames } from '#modules/directory/index.ts'
import { formatDateTime } from '#platform/format.ts'
import { feedSize, openFeed } from './open-feed.ts'

export const callFeed = openFeed(
  { ...{ address: '/appels.atom', page: '/appels' }, title: 'Appels des communes du Bénin' },
  async ({ db }) => {
    const calls = await listLatestCalls(db, feedSize)
    const names = await listCommuneNames(
      db,
      calls.map(({ communeId }) => communeId),
    )
    return calls.map((call) => ({
      ...{ id: call.id, title: call.title, updated: call.movedAt, published: call.publishedAt },
      summary: describe(callMechanismLabels[call.mechanism], call.deadline),
      author: `Commune de ${names.get(call.communeId) ?? ''}`,
      address: `/appels/${call.reference}`,
      categories: call.domains.map((term) => ({ term, label: domainLabels[term] ?? term })),
    }))
  },
)

function describe(mechanism: string, deadline: Date | null): string {
  return deadline ? `${mechanism}, propositions jusqu’au ${formatDateTime(deadline)}.` : mechanism
}

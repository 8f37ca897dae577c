/** What is published of the commissions of the association. */
import { publishedRecommendations, publishedSessions } from '#modules/governance/index.ts'
import type { Dataset } from './dataset.types.ts'

export const governanceDatasets: readonly Dataset[] = [
  {
    slug: 'sessions',
    title: 'Sessions des commissions',
    summary: 'Où, quand et sur quoi les commissions de l’association se réunissent.',
    holds:
      'Une ligne par session annoncée, tenue ou annulée. Les présents y sont comptés, jamais nommés.',
    source: 'L’ANCB',
    keywords: ['sessions', 'commissions', 'ANCB'],
    ...{ theme: 'GOVE', frequency: 'irregular', page: '/sessions' },
    table: publishedSessions,
    doors: [{ title: 'Le calendrier', address: '/sessions.ics', mediaType: 'text/calendar' }],
  },
  {
    slug: 'recommandations',
    title: 'Recommandations',
    summary: 'Ce que les commissions recommandent, à qui, pour quand, et où cela en est.',
    holds: 'Une ligne par recommandation adoptée, faite ou non.',
    source: 'L’ANCB',
    keywords: ['recommandations', 'commissions', 'ANCB'],
    ...{ theme: 'GOVE', frequency: 'irregular', page: '/recommandations' },
    table: publishedRecommendations,
    doors: [],
  },
]

/** What is published of how communes plan and are connected. */
import { publishedSites } from '#modules/planning/index.ts'
import type { Dataset } from './dataset.types.ts'

export const planningDatasets: readonly Dataset[] = [
  {
    slug: 'connectivite',
    title: 'Connexion des lieux des communes',
    summary: 'Comment chaque mairie, arrondissement ou point numérique est relié, et à quel débit.',
    holds:
      'Une ligne par lieu ouvert que sa commune a déclaré. Les coûts viennent d’hypothèses à confirmer.',
    source: 'Les communes ; débits mesurés par elles',
    keywords: ['connectivité', 'internet', 'débit', 'couverture'],
    ...{ theme: 'TECH', frequency: 'continuous', page: '/connectivite' },
    table: publishedSites,
    doors: [
      {
        ...{ title: 'Le tableau du moment', mediaType: 'text/csv' },
        address: '/connectivite/donnees.csv',
      },
      {
        ...{ title: 'La liste du moment', mediaType: 'application/json' },
        address: '/connectivite/donnees.json',
      },
      {
        ...{ title: 'La carte du moment', mediaType: 'application/geo+json' },
        address: '/connectivite/donnees.geojson',
      },
    ],
  },
]

/** What is published of the services that communes render. */
import { publishedOffers, publishedReports } from '#modules/services/index.ts'
import type { Dataset } from './dataset.types.ts'

export const serviceDatasets: readonly Dataset[] = [
  {
    slug: 'services',
    title: 'Services municipaux de chaque commune',
    summary: 'Jusqu’où chaque service de chaque commune est en ligne.',
    holds:
      'Une ligne par commune et par service dont elle a dit le niveau. Un service dont une commune n’a rien dit n’y est pas.',
    source: 'Les communes, dans leur inventaire',
    keywords: ['services publics', 'dématérialisation', 'communes'],
    ...{ theme: 'GOVE', frequency: 'continuous', page: '/services' },
    table: publishedOffers,
    doors: [
      { title: 'Le tableau du moment', address: '/services/donnees.csv', mediaType: 'text/csv' },
    ],
  },
  {
    slug: 'signalements',
    title: 'Signalements des habitants',
    summary: 'Les problèmes signalés aux mairies, et ce qu’elles en ont fait.',
    holds:
      'Une ligne par signalement public. Qui l’a fait et comment le joindre n’y sont jamais ; la position est arrondie ; un texte n’y est qu’une fois relu.',
    source: 'Les habitants, et les communes qui leur répondent',
    keywords: ['signalements', 'cadre de vie', 'voirie', 'eau', 'Open311'],
    ...{ theme: 'SOCI', frequency: 'continuous', page: '/signalements' },
    table: publishedReports,
    doors: [
      {
        ...{ title: 'Le tableau du moment', mediaType: 'text/csv' },
        address: '/signalements/donnees.csv',
      },
      {
        ...{ title: 'La carte du moment', mediaType: 'application/geo+json' },
        address: '/signalements/donnees.geojson',
      },
      {
        ...{ title: 'Open311 GeoReport v2', mediaType: 'application/json' },
        address: '/open311/v2/requests.json',
      },
    ],
  },
]

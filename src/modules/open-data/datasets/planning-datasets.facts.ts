/** What is published of how communes plan and are connected. */
import { publishedFigures, publishedPlans, publishedSites } from '#modules/planning/index.ts'
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
  {
    slug: 'schemas-directeurs',
    title: 'Schémas directeurs en vigueur',
    summary:
      'Le schéma directeur de chaque commune qui en a un, sa délibération, ses actions faites.',
    holds:
      'Une ligne par schéma en vigueur ; un schéma partagé est celui de la commune qui le porte.',
    source: 'Les communes',
    keywords: ['schéma directeur', 'planification', 'systèmes d’information'],
    ...{ theme: 'GOVE', frequency: 'continuous', page: '/planification' },
    table: publishedPlans,
    doors: [],
  },
  {
    slug: 'planification',
    title: 'Chiffres nationaux de la planification',
    summary:
      'Maturité, schémas directeurs, connexion, budgets et lettres de cadrage de tout le pays.',
    holds:
      'Une ligne par chiffre de la page « Où en sont les communes ». La maturité n’y est pas sous cinq communes.',
    source: 'La plateforme, d’après ce que les communes y disent',
    keywords: ['maturité numérique', 'budgets', 'lettres de cadrage', 'indicateurs'],
    ...{ theme: 'GOVE', frequency: 'daily', page: '/planification' },
    table: publishedFigures,
    doors: [],
  },
]

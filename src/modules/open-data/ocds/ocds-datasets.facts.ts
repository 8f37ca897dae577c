/** What is published of how communes buy. */
import type { Dataset } from '../datasets/dataset.types.ts'

export const ocdsDatasets: readonly Dataset[] = [
  {
    slug: 'commande',
    title: 'Des besoins aux contrats, au standard OCDS',
    summary: 'Chaque besoin, appel, attribution, convention et projet, changement par changement.',
    holds:
      'Une publication (release) par changement d’un processus, et un dossier (record) par processus. Aucune personne n’y est nommée ; une proposition n’y paraît qu’en nombre, après la décision.',
    source: 'Les communes et les startups, par ce qu’elles ont fait sur Cauri',
    keywords: ['commande publique', 'OCDS', 'marchés', 'conventions', 'transparence'],
    ...{ theme: 'GOVE', frequency: 'continuous', page: '/donnees/ocds' },
    standard: {
      name: 'Open Contracting Data Standard 1.1.5',
      url: 'https://standard.open-contracting.org/1.1/en/',
    },
    doors: [
      {
        ...{ title: 'Les publications, page par page', mediaType: 'application/json' },
        address: '/donnees/ocds/releases.json',
      },
      {
        ...{ title: 'Les dossiers, page par page', mediaType: 'application/json' },
        address: '/donnees/ocds/records.json',
      },
      {
        ...{ title: 'Toutes les publications, une par ligne', mediaType: 'application/jsonl' },
        address: '/donnees/ocds/releases.jsonl',
      },
    ],
  },
]

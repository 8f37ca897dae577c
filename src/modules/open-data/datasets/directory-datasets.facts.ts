/** What is published of communes, startups and their solutions. */
import {
  publishedCommunes,
  publishedSolutions,
  publishedStartups,
  publishedUses,
} from '#modules/directory/index.ts'
import type { Dataset } from './dataset.types.ts'

export const directoryDatasets: readonly Dataset[] = [
  {
    slug: 'communes',
    title: 'Les 77 communes',
    summary: 'Chaque commune, sa catégorie, sa population, sa place sur la carte.',
    holds:
      'Une ligne par commune. La carte dessine ses limites là où un fichier officiel a été importé, son chef-lieu ailleurs.',
    source: 'INStaD (RGPH-4, 2013) ; décret 2022-320 pour les catégories',
    keywords: ['communes', 'population', 'découpage administratif'],
    ...{ theme: 'REGI', frequency: 'irregular', page: '/communes' },
    table: publishedCommunes,
    doors: [],
  },
  {
    slug: 'startups',
    title: 'Startups vérifiées',
    summary: 'Les entreprises que l’association a vérifiées, leurs domaines et leur label.',
    holds:
      'Une ligne par startup vérifiée. Ni téléphone, ni courriel, ni nom de personne n’y sont.',
    source: 'Les startups, vérifiées par l’ANCB',
    keywords: ['startups', 'numérique', 'label startup'],
    ...{ theme: 'ECON', frequency: 'continuous', page: '/startups' },
    table: publishedStartups,
    doors: [],
  },
  {
    slug: 'solutions',
    title: 'Catalogue des solutions',
    summary: 'Ce que les startups proposent aux communes, ce qu’il faut pour s’en servir, le prix.',
    holds: 'Une ligne par solution vérifiée d’une startup vérifiée.',
    source: 'Les startups, vérifiées par l’ANCB ; usages et notes : les communes',
    keywords: ['logiciels', 'solutions numériques', 'prix'],
    ...{ theme: 'TECH', frequency: 'continuous', page: '/solutions' },
    table: publishedSolutions,
    doors: [],
  },
  {
    slug: 'usages',
    title: 'Solutions en usage dans les communes',
    summary:
      'Quelle commune se sert de quelle solution, depuis quand, et la note qu’elle lui donne.',
    holds:
      'Une ligne par usage que la commune a confirmé elle-même. Ce qu’une startup annonce sans confirmation n’y est pas.',
    source: 'Les communes',
    keywords: ['logiciels', 'communes', 'références'],
    ...{ theme: 'TECH', frequency: 'continuous', page: '/solutions' },
    table: publishedUses,
    doors: [],
  },
]

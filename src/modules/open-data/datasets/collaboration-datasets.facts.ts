/** What is published of how communes and startups come to work together. */
import { publishedCalls, publishedFacts, publishedNeeds } from '#modules/collaboration/index.ts'
import type { Dataset } from './dataset.types.ts'

export const collaborationDatasets: readonly Dataset[] = [
  {
    slug: 'besoins',
    title: 'Besoins publiés',
    summary:
      'Les problèmes que les communes veulent résoudre, avec leurs contraintes et leurs moyens.',
    holds: 'Une ligne par besoin publié, satisfait ou non. Un besoin retiré n’y est plus.',
    source: 'Les communes',
    keywords: ['besoins', 'communes', 'numérique'],
    ...{ theme: 'GOVE', frequency: 'continuous', page: '/besoins' },
    table: publishedNeeds,
    doors: [
      {
        ...{ title: 'Le fil des nouveautés (Atom)', mediaType: 'application/atom+xml' },
        address: '/besoins.atom',
      },
    ],
  },
  {
    slug: 'appels',
    title: 'Appels publiés',
    summary: 'Ce que les communes demandent, jusqu’à quand, et où chaque appel en est.',
    holds:
      'Une ligne par appel publié, quel que soit son mécanisme. Le budget n’y est que si la commune l’annonce.',
    source: 'Les communes',
    keywords: ['appels', 'cotations', 'commande publique'],
    ...{ theme: 'ECON', frequency: 'continuous', page: '/appels' },
    table: publishedCalls,
    doors: [
      {
        ...{ title: 'Le fil des nouveautés (Atom)', mediaType: 'application/atom+xml' },
        address: '/appels.atom',
      },
    ],
  },
  {
    slug: 'registre',
    title: 'Registre public',
    summary:
      'Chaque fait public, du besoin à la clôture du projet : appels, attributions, conventions, montants.',
    holds:
      'Une ligne par fait, du plus ancien au plus récent. Les faits d’un même parcours ont le même « parcours_id ».',
    source: 'La plateforme, à mesure que les communes et les startups agissent',
    keywords: ['transparence', 'conventions', 'attributions', 'projets'],
    ...{ theme: 'GOVE', frequency: 'continuous', page: '/registre' },
    table: publishedFacts,
    doors: [],
  },
]

/** The library of the demonstration world, one resource of each kind: plainly fictional. */

export interface DemoResource {
  readonly key: string
  readonly kind: 'sheet' | 'video' | 'caseStudy' | 'experience' | 'document'
  readonly author: string
  readonly commune?: string
  readonly startup?: string
  readonly solution?: string
  /** The number of a closed project. */
  readonly project?: number
  readonly title: string
  readonly summary: string
  readonly body: string
  readonly domains: readonly string[]
  readonly services?: readonly string[]
  readonly audiences: readonly string[]
  readonly videoUrl?: string
  readonly videoMinutes?: number
  readonly videoMegabytes?: number
  readonly status: 'draft' | 'proposed' | 'published'
  /** Days since it was last touched. */
  readonly days: number
}

export const resources: readonly DemoResource[] = [
  {
    ...{
      key: 'case',
      kind: 'caseStudy',
      author: 'ancb',
      project: 3,
      status: 'published',
      days: 21,
    },
    ...{ commune: 'bohicon', startup: 'akwaba-numerique', solution: 'axi-ticket' },
    title: 'Bohicon : le ticket de marché imprimé, deux marchés de plus',
    summary:
      'Ce que la commune a acheté, ce que cela a coûté, combien de temps il a fallu et ce que la recette est devenue.',
    body: `Étude de cas de démonstration, tirée d’un projet fictif.

Ce qui a été acheté :
- La solution Axi ticket, pour deux marchés secondaires.
- Montant convenu : 1 800 000 FCFA.

Ce qui a été mesuré :
- Recette moyenne par jour de marché (FCFA) : avant, 95 000 ; visé, 120 000 ; après, 134 500.

Ce qu’en dit la commune (5 sur 5) :
- La recette a dépassé la cible, et les commerçants demandent leur reçu.
- À améliorer : commencer la formation avant la livraison des appareils.`,
    ...{ domains: ['markets', 'local-revenue'], services: ['market-fee'] },
    audiences: ['elected', 'staff'],
  },
  {
    ...{ key: 'prepare', kind: 'sheet', author: 'ancb', status: 'published', days: 12 },
    title: 'Avant d’écrire un besoin : dix questions à se poser',
    summary:
      'Le problème avant le produit : ce qu’il faut savoir de sa commune avant de chercher une solution.',
    body: `Fiche de démonstration.

Ce qui se passe aujourd’hui :
- Qui fait le travail, combien de fois par semaine ?
- Combien de temps attend un usager ?
- Qu’est-ce qui se perd : des papiers, des recettes, des heures ?

Ce dont la commune dispose :
- Quelle connexion, à quel endroit ?
- Qui prendra l’outil en main, et qui le remplacera ?
- Quelle ligne du budget le paiera, chaque année ?

Ce qui dira que c’est réussi :
- Un chiffre d’avant, un chiffre visé, une date.`,
    ...{ domains: ['local-revenue', 'civil-status'], audiences: ['elected', 'staff'] },
  },
  {
    ...{ key: 'video', kind: 'video', author: 'akwaba-numerique', status: 'published', days: 9 },
    ...{ startup: 'akwaba-numerique', solution: 'axi-ticket' },
    title: 'Un jour de marché avec Axi ticket',
    summary: 'Du premier ticket au total du soir, filmé dans un marché de démonstration.',
    body: '',
    ...{ domains: ['markets'], services: ['market-fee'], audiences: ['elected', 'staff'] },
    ...{ videoUrl: 'https://videos.demo.example/axi-ticket', videoMinutes: 6, videoMegabytes: 38 },
  },
  {
    ...{ key: 'experience', kind: 'experience', author: 'houeyogbe', status: 'published', days: 5 },
    commune: 'houeyogbe',
    title: 'Nous avons formé par deux, et personne n’est resté seul',
    summary: 'Comment une mairie fictive a pris en main un registre numérique sans informaticien.',
    body: `Expérience de démonstration.

Un agent à l’aise et un agent qui débute partagent un poste une heure par jour, pendant trois semaines.

Ce que nous referions :
- Imprimer l’aide et la coller au mur.
- Garder le registre papier un mois de plus, pour comparer.`,
    ...{ domains: ['civil-status'], audiences: ['staff'] },
  },
  {
    ...{ key: 'proposed', kind: 'sheet', author: 'akwaba-numerique', status: 'proposed', days: 2 },
    ...{ startup: 'akwaba-numerique', solution: 'taxe-claire' },
    title: 'Taxe claire : ce qu’il faut réunir avant de commencer',
    summary:
      'La liste des contribuables, les tarifs votés, un téléphone par collecteur : rien d’autre.',
    body: `Fiche de démonstration.

À réunir :
- La délibération qui fixe les tarifs.
- La liste des contribuables, même incomplète.
- Un téléphone par collecteur.`,
    ...{ domains: ['local-revenue'], audiences: ['staff'] },
  },
  {
    ...{ key: 'draft', kind: 'sheet', author: 'ancb', status: 'draft', days: 1 },
    title: 'Parler du numérique au conseil communal',
    summary: 'Ce que les conseillers demandent, et des réponses courtes.',
    body: 'Fiche de démonstration, à écrire.',
    ...{ domains: ['participation'], audiences: ['elected'] },
  },
]

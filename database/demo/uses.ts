/** Who uses what in the demonstration world: confirmed, claimed, contested, ended; with what communes say of it. */

export interface DemoUse {
  readonly solution: string
  readonly commune: string
  readonly status: 'claimed' | 'confirmed' | 'contested' | 'ended'
  /** Since how many days. */
  readonly days: number
  readonly scope: string
  readonly users?: number
  readonly note?: string
  readonly stars?: number
  readonly comment?: string
  readonly reply?: string
}

export const uses: readonly DemoUse[] = [
  {
    solution: 'axi-ticket',
    commune: 'bohicon',
    status: 'confirmed',
    days: 610,
    scope: 'Marché central et deux marchés secondaires',
    users: 14,
    stars: 5,
    comment:
      'Le total du soir est connu avant la nuit, et les collecteurs n’ont plus de carnets à rendre. Les deux premières semaines ont demandé de la patience avec les commerçants.',
    reply:
      'Merci. La formation des collecteurs dure maintenant trois jours au lieu d’un, grâce à votre retour.',
  },
  {
    solution: 'axi-ticket',
    commune: 'dassa-zoume',
    status: 'confirmed',
    days: 340,
    scope: 'Marché hebdomadaire',
    users: 5,
    stars: 4,
    comment:
      'Bon outil, qui tient pendant les coupures. Les imprimantes s’usent plus vite que prévu : prévoir une de rechange par marché.',
  },
  {
    solution: 'axi-ticket',
    commune: 'savalou',
    status: 'claimed',
    days: 60,
    scope: 'Marché de Savalou',
  },
  {
    solution: 'axi-ticket',
    commune: 'zogbodomey',
    status: 'contested',
    days: 200,
    scope: 'Marché central',
    note: 'Un essai a eu lieu en 2025, mais aucun contrat n’a suivi : la commune ne l’utilise pas.',
  },
  {
    solution: 'axi-places',
    commune: 'bohicon',
    status: 'confirmed',
    days: 420,
    scope: 'Marché central, 1 240 places',
    users: 4,
    stars: 4,
    comment:
      'Les attributions se discutent moins depuis que la règle est affichée. Le plan doit être refait à chaque extension.',
  },
  {
    solution: 'taxe-claire',
    commune: 'parakou',
    status: 'confirmed',
    days: 250,
    scope: 'Patentes et taxes de publicité',
    users: 11,
    stars: 4,
    comment:
      'Le recensement a doublé le fichier. Le rapprochement avec les paiements reste à améliorer.',
  },
  {
    solution: 'taxe-claire',
    commune: 'abomey-calavi',
    status: 'claimed',
    days: 90,
    scope: 'Taxes foncières',
  },
  {
    solution: 'zem-adresse',
    commune: 'parakou',
    status: 'confirmed',
    days: 700,
    scope: 'Trois arrondissements',
    users: 3,
    stars: 5,
    comment:
      'Les plaques tiennent et deux de nos agents savent continuer seuls. La carte est à nous.',
  },
  {
    solution: 'zem-adresse',
    commune: 'natitingou',
    status: 'confirmed',
    days: 190,
    scope: 'Centre-ville',
    users: 2,
  },
  {
    solution: 'zem-carte',
    commune: 'djougou',
    status: 'confirmed',
    days: 300,
    scope: 'Équipements scolaires et points d’eau',
    users: 4,
    stars: 3,
    comment:
      'Utile pour le plan communal. Trop lourd pour notre ligne : les cartes mettent longtemps à s’ouvrir le matin.',
    reply:
      'Une version allégée, par arrondissement, est en essai. Nous vous la proposons sans frais.',
  },
  {
    solution: 'permis-suivi',
    commune: 'porto-novo',
    status: 'confirmed',
    days: 150,
    scope: 'Permis et certificats',
    users: 9,
    stars: 4,
    comment:
      'Les demandeurs suivent leur dossier et téléphonent moins. Les services consultés doivent encore jouer le jeu.',
  },
  {
    solution: 'registre-sika',
    commune: 'porto-novo',
    status: 'confirmed',
    days: 900,
    scope: 'Centre principal et quatre centres secondaires',
    users: 12,
    stars: 5,
    comment:
      'Une copie d’acte en dix minutes, même pendant les coupures. La reprise des anciens registres a pris un an, comme annoncé.',
  },
  {
    solution: 'registre-sika',
    commune: 'abomey',
    status: 'confirmed',
    days: 500,
    scope: 'Centre principal',
    users: 5,
    stars: 4,
    comment:
      'Solide. La formation des nouveaux agents n’est pas comprise dans l’abonnement : pensez-y au budget.',
  },
  {
    solution: 'registre-sika',
    commune: 'lokossa',
    status: 'ended',
    days: 1200,
    scope: 'Centre principal',
    note: 'Remplacé par le système de l’État pour les actes de naissance.',
  },
  {
    solution: 'courrier-clair',
    commune: 'bohicon',
    status: 'confirmed',
    days: 220,
    scope: 'Secrétariat et cinq services',
    users: 16,
    stars: 4,
    comment:
      'Le courrier ne se perd plus. Il a fallu que la direction l’utilise elle-même pour que les services suivent.',
  },
  {
    solution: 'courrier-clair',
    commune: 'come',
    status: 'claimed',
    days: 30,
    scope: 'Secrétariat',
  },
  {
    solution: 'tournee-propre',
    commune: 'ouidah',
    status: 'confirmed',
    days: 380,
    scope: 'Cinq structures de pré-collecte',
    users: 22,
    stars: 4,
    comment:
      'Les structures sont payées au service fait. Les signalements par SMS ont changé la relation avec les quartiers.',
  },
  {
    solution: 'point-deau',
    commune: 'kandi',
    status: 'confirmed',
    days: 270,
    scope: '184 ouvrages',
    users: 7,
    stars: 5,
    comment:
      'Les pannes durent en moyenne neuf jours au lieu de deux mois. Fonctionne avec de simples SMS en baatonum.',
  },
  {
    solution: 'point-deau',
    commune: 'banikoara',
    status: 'confirmed',
    days: 160,
    scope: '210 ouvrages',
    users: 6,
  },
  {
    solution: 'voix-de-la-commune',
    commune: 'bohicon',
    status: 'confirmed',
    days: 130,
    scope: 'Consultation sur le budget 2026',
    users: 2,
    stars: 4,
    comment:
      'Mille deux cents réponses en trois jours, dont la moitié de femmes. Le coût des appels est à surveiller.',
  },
  {
    solution: 'voix-de-la-commune',
    commune: 'houeyogbe',
    status: 'claimed',
    days: 20,
    scope: 'Messages aux habitants',
  },
  {
    solution: 'conseil-ouvert',
    commune: 'houeyogbe',
    status: 'confirmed',
    days: 240,
    scope: 'Sessions et délibérations',
    users: 3,
    stars: 5,
    comment:
      'Simple et gratuit après la mise en place ou presque. Les délibérations se retrouvent enfin.',
  },
  {
    solution: 'djidjo-leger',
    commune: 'so-ava',
    status: 'confirmed',
    days: 330,
    scope: 'Budget communal',
    users: 2,
    stars: 4,
    comment: 'Fait pour nous : un poste, pas de réseau, des états prêts à signer.',
  },
  {
    solution: 'djidjo-budget',
    commune: 'lokossa',
    status: 'confirmed',
    days: 410,
    scope: 'Budget et dépenses',
    users: 8,
  },
  {
    solution: 'mairie-connectee',
    commune: 'glazoue',
    status: 'claimed',
    days: 45,
    scope: 'Mairie et deux arrondissements',
  },
  {
    solution: 'parc-a-jour',
    commune: 'glazoue',
    status: 'confirmed',
    days: 120,
    scope: 'Matériel et véhicules',
    users: 2,
  },
  {
    solution: 'ecole-suivie',
    commune: 'natitingou',
    status: 'confirmed',
    days: 200,
    scope: '96 écoles',
    users: 98,
    stars: 4,
    comment: 'Les besoins de la rentrée sont connus en juin. Les directeurs ont vite appris.',
  },
  {
    solution: 'archives-vives',
    commune: 'ouidah',
    status: 'confirmed',
    days: 280,
    scope: 'Délibérations depuis 1990',
    users: 3,
    stars: 5,
    comment:
      'Travail soigné. Notre archiviste continue seul, et les délibérations se trouvent en quelques secondes.',
  },
]

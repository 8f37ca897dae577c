/** The pilots of the demonstration world, in every status, with what was found and what it taught. */

export interface DemoPilot {
  readonly key: string
  readonly number: number
  /** The number of the need it answers. */
  readonly need: number
  readonly solution: string
  readonly status:
    | 'draft'
    | 'proposed'
    | 'running'
    | 'evaluated'
    | 'adopted'
    | 'extended'
    | 'stopped'
    | 'declined'
    | 'withdrawn'
  readonly title: string
  readonly scope: string
  readonly budget: number
  /** In days from now; negative when past. */
  readonly startsIn: number
  readonly endsIn: number
  readonly firstEndsIn?: number
  readonly criteria: readonly {
    label: string
    target: string
    measured?: string
    verdict?: 'met' | 'partly' | 'notMet'
  }[]
  readonly notes?: readonly { side: 'commune' | 'startup'; body: string; daysAgo: number }[]
  readonly evaluation?: string
  readonly reason?: string
  readonly reuseSheet?: string
}

export const pilots: readonly DemoPilot[] = [
  {
    key: 'budget-so-ava',
    number: 1,
    need: 7,
    solution: 'djidjo-budget',
    status: 'adopted',
    title: 'Le budget de l’année suivi sur un seul poste',
    scope:
      'Un poste au service financier. La startup reprend le budget voté et forme deux agents ; les engagements d’un trimestre sont saisis en double, dans le registre et dans la solution.',
    budget: 1_500_000,
    startsIn: -210,
    endsIn: -120,
    criteria: [
      {
        label: 'Engagements saisis le jour même',
        target: 'Au moins 9 sur 10',
        measured: '212 engagements sur 221',
        verdict: 'met',
      },
      {
        label: 'Écart avec le registre en fin de trimestre',
        target: 'Aucun écart inexpliqué',
        measured: 'Deux écarts, tous deux expliqués',
        verdict: 'met',
      },
    ],
    evaluation:
      'Les deux agents travaillent seuls depuis le deuxième mois. L’état mensuel sort en une heure, contre deux jours auparavant.',
    reason: 'Les deux critères sont atteints et les agents demandent à continuer.',
    reuseSheet:
      'Prévoir deux journées pour reprendre le budget voté, avec le chef du service présent. Garder le registre papier le premier mois seulement : au-delà, les agents saisissent deux fois sans raison. Un onduleur suffit pour un poste.',
  },
  {
    key: 'archives-bohicon',
    number: 2,
    need: 2,
    solution: 'archives-vives',
    status: 'stopped',
    title: 'Deux cartons de délibérations retrouvés par leur objet',
    scope:
      'Les délibérations de deux années, soit douze cartons, numérisées sur place par la startup et indexées par objet avec l’archiviste de la mairie.',
    budget: 2_000_000,
    startsIn: -150,
    endsIn: -70,
    criteria: [
      {
        label: 'Délibérations retrouvées par leur objet',
        target: 'Au moins 8 sur 10',
        measured: '11 sur 20 au tirage',
        verdict: 'notMet',
      },
      {
        label: 'Cartons numérisés en huit semaines',
        target: '12 cartons',
        measured: '9 cartons',
        verdict: 'partly',
      },
    ],
    evaluation:
      'La numérisation est soignée. L’indexation demande un archiviste à plein temps, que la commune n’a pas.',
    reason:
      'Sans archiviste, les documents numérisés ne se retrouvent pas mieux que dans les cartons.',
    reuseSheet:
      'Compter un agent formé au classement pendant toute la durée. Trier les cartons avant la numérisation : un tiers des feuilles étaient des doubles.',
  },
  {
    key: 'taxe-glazoue',
    number: 3,
    need: 1,
    solution: 'taxe-claire',
    status: 'adopted',
    title: 'La taxe des boutiques du marché central, un trimestre',
    scope:
      'Quatre-vingts boutiques du marché central. La startup fournit la liste des redevables et le reçu ; la commune désigne deux collecteurs et un point de contrôle hebdomadaire.',
    budget: 900_000,
    startsIn: -130,
    endsIn: -40,
    criteria: [
      {
        label: 'Boutiques recensées',
        target: 'Au moins 75 sur 80',
        measured: '79 sur 80',
        verdict: 'met',
      },
      {
        label: 'Reçus remis le jour du paiement',
        target: 'Au moins 9 sur 10',
        measured: '8 sur 10, à cause de l’imprimante',
        verdict: 'partly',
      },
    ],
    evaluation:
      'Les recettes du trimestre ont été rapprochées sans écart. L’imprimante portative se décharge avant midi.',
    reason: 'La liste des redevables est enfin sûre ; le point faible a une réponse peu coûteuse.',
    reuseSheet:
      'Acheter une batterie de secours par imprimante. Recenser les boutiques avec le comité du marché, un jour sans affluence.',
  },
  {
    key: 'voix-houeyogbe',
    number: 4,
    need: 3,
    solution: 'voix-de-la-commune',
    status: 'extended',
    title: 'Messages vocaux en saxwè dans deux arrondissements',
    scope:
      'Deux arrondissements, un message vocal par semaine en français et en saxwè. La startup enregistre avec un crieur public ; la commune écrit les messages.',
    budget: 1_200_000,
    startsIn: -75,
    endsIn: 35,
    firstEndsIn: -20,
    criteria: [
      {
        label: 'Messages écoutés jusqu’au bout',
        target: 'Au moins 6 sur 10',
        measured: '5 sur 10 en moyenne, 7 le dernier mois',
        verdict: 'partly',
      },
      {
        label: 'Habitants inscrits',
        target: 'Au moins 400',
        measured: '512 inscrits',
        verdict: 'met',
      },
    ],
    evaluation:
      'L’écoute progresse depuis que le message dure moins d’une minute. Deux mois de plus diront si cela tient.',
    reason: 'L’écoute progresse nettement : deux mois de plus permettent de juger le vrai rythme.',
    notes: [
      {
        side: 'startup',
        body: 'Les messages de plus d’une minute perdent la moitié des auditeurs. Nous proposons quarante-cinq secondes.',
        daysAgo: 52,
      },
      {
        side: 'commune',
        body: 'D’accord. Le crieur relit désormais chaque texte avant l’enregistrement.',
        daysAgo: 49,
      },
    ],
  },
  {
    key: 'leger-glazoue',
    number: 5,
    need: 1,
    solution: 'djidjo-leger',
    status: 'evaluated',
    title: 'La caisse du marché aux bestiaux sur un téléphone',
    scope:
      'Un seul point d’encaissement, le marché aux bestiaux, pendant deux mois. Deux régisseurs saisissent chaque paiement sur un téléphone fourni par la startup.',
    budget: 600_000,
    startsIn: -64,
    endsIn: -3,
    criteria: [
      {
        label: 'Paiements saisis',
        target: 'Au moins 95 sur 100',
        measured: '97 sur 100',
        verdict: 'met',
      },
      {
        label: 'Clôture du soir sans écart',
        target: 'Au moins 9 soirs sur 10',
        measured: '7 soirs sur 10',
        verdict: 'partly',
      },
    ],
    evaluation:
      'La saisie est prise en main. Les écarts du soir viennent des annulations, que l’écran montre mal.',
  },
  {
    key: 'ticket-glazoue',
    number: 6,
    need: 1,
    solution: 'axi-ticket',
    status: 'running',
    title: 'Les tickets du marché remis sans carnet, côté céréales',
    scope:
      'Le côté des céréales du marché, trois collecteurs, trois imprimantes portatives. La startup fournit le matériel et accompagne les deux premiers jours de marché ; la commune garde les carnets en secours.',
    budget: 1_800_000,
    startsIn: -40,
    endsIn: 12,
    criteria: [
      { label: 'Reçus remis aux vendeuses', target: 'Au moins 9 paiements sur 10' },
      { label: 'Écart entre tickets et caisse', target: 'Moins de 1 % du montant' },
      { label: 'Temps d’un encaissement', target: 'Moins d’une minute' },
    ],
    notes: [
      {
        side: 'commune',
        body: 'Premier jour de marché : 164 tickets. Une imprimante est tombée en panne à onze heures, le carnet a pris le relais.',
        daysAgo: 37,
      },
      {
        side: 'startup',
        body: 'Imprimante remplacée le lendemain. Nous laissons une quatrième machine sur place.',
        daysAgo: 36,
      },
      {
        side: 'commune',
        body: 'Troisième marché : 231 tickets, aucun carnet. Les vendeuses demandent leur total de la semaine.',
        daysAgo: 22,
      },
    ],
  },
  {
    key: 'pre-collecte-parakou',
    number: 7,
    need: 5,
    solution: 'tournee-propre',
    status: 'proposed',
    title: 'La pré-collecte de deux quartiers suivie passage par passage',
    scope:
      'Deux quartiers, quatre structures de pré-collecte. La startup prête les téléphones et forme les chefs d’équipe ; la commune contrôle vingt ménages par semaine.',
    budget: 2_400_000,
    startsIn: 14,
    endsIn: 104,
    criteria: [
      { label: 'Passages pointés', target: 'Au moins 8 sur 10' },
      { label: 'Réclamations répondues en deux jours', target: 'Au moins 9 sur 10' },
    ],
  },
  {
    key: 'places-glazoue',
    number: 8,
    need: 1,
    solution: 'axi-places',
    status: 'draft',
    title: 'Le plan des places du hangar aux légumes',
    scope: 'Le hangar aux légumes seulement, avec la régisseuse et le comité des vendeuses.',
    budget: 400_000,
    startsIn: 20,
    endsIn: 80,
    criteria: [{ label: 'Places attribuées sans litige', target: 'Au moins 19 sur 20' }],
  },
  {
    key: 'ecoles-kandi',
    number: 9,
    need: 4,
    solution: 'ecole-suivie',
    status: 'declined',
    title: 'Les besoins de cinq écoles, chaque mois',
    scope:
      'Cinq écoles choisies par la circonscription, une remontée par mois pendant un trimestre, par téléphone simple.',
    budget: 0,
    startsIn: -10,
    endsIn: 80,
    criteria: [{ label: 'Remontées reçues à temps', target: 'Au moins 4 écoles sur 5' }],
    reason:
      'Notre équipe est prise jusqu’à la fin du trimestre ; nous serions heureux de commencer à la rentrée.',
  },
  {
    key: 'salles-ouidah',
    number: 10,
    need: 11,
    solution: 'salle-libre',
    status: 'withdrawn',
    title: 'La réservation de la salle polyvalente',
    scope: 'La salle polyvalente seule, pendant un mois, avec le gardien et le secrétariat.',
    budget: 200_000,
    startsIn: -30,
    endsIn: 0,
    criteria: [{ label: 'Doubles réservations', target: 'Aucune' }],
    reason: 'La salle ferme pour travaux : l’essai sera proposé de nouveau à la réouverture.',
  },
]

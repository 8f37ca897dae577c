/** Who adheres to the framework in the demonstration world, and its agreements, in every status. */

export interface DemoAdhesion {
  readonly organisation: string
  readonly kind: 'commune' | 'startup'
  readonly signatory: string
  readonly role: string
  readonly days: number
  /** Not signed yet. */
  readonly isPrepared?: boolean
}

const commune = { kind: 'commune', role: 'Secrétaire exécutif' } as const
const startup = { kind: 'startup', role: 'Responsable de la startup' } as const

export const adhesions: readonly DemoAdhesion[] = [
  { ...commune, organisation: 'glazoue', signatory: 'se.glazoue', days: 300 },
  { ...commune, organisation: 'bohicon', signatory: 'se.bohicon', days: 280 },
  { ...commune, organisation: 'houeyogbe', signatory: 'se.houeyogbe', days: 320 },
  { ...commune, organisation: 'dassa-zoume', signatory: 'se.dassa', days: 200 },
  { ...startup, organisation: 'akwaba-numerique', signatory: 'startup.a', days: 310 },
  { ...startup, organisation: 'zem-data', signatory: 'startup.b', days: 250 },
  { ...startup, organisation: 'sika-logiciels', signatory: 'startup.d', days: 150 },
  { ...startup, organisation: 'gbeto-tech', signatory: 'startup.f', days: 90 },
  { ...startup, organisation: 'lagune-code', signatory: 'startup.c', days: 1, isPrepared: true },
]

export interface DemoAgreement {
  readonly number: number
  readonly commune: string
  readonly startup: string
  readonly title: string
  readonly purpose: string
  readonly amount: number
  readonly status:
    | 'negotiating'
    | 'agreed'
    | 'signing'
    | 'active'
    | 'suspended'
    | 'terminated'
    | 'ended'
    | 'abandoned'
  readonly reason?: string
  readonly createdDays: number
  /** Days from today: negative for the past. */
  readonly startsIn: number | null
  readonly endsIn: number | null
  /** A clause that one side worded otherwise. */
  readonly wording?: {
    readonly key: string
    readonly by: 'commune' | 'startup'
    readonly from: string
    readonly to: string
    readonly comment: string
  }
  readonly amendment?: {
    readonly reason: string
    readonly status: 'proposed' | 'signed' | 'refused'
    readonly endsIn: number
  }
}

export const agreements: readonly DemoAgreement[] = [
  {
    number: 1,
    commune: 'glazoue',
    startup: 'akwaba-numerique',
    title: 'Encaissement des droits de place au marché de Glazoué',
    purpose: 'Axi Ticket pour huit collecteurs, leur formation et l’assistance pendant un an',
    amount: 4_200_000,
    status: 'negotiating',
    createdDays: 12,
    startsIn: 20,
    endsIn: 385,
    wording: {
      key: 'service-levels',
      by: 'startup',
      from: 'Un incident bloquant est pris en charge sous quatre heures ouvrées',
      to: 'Un incident bloquant est pris en charge sous huit heures ouvrées, et le jour même un jour de marché',
      comment:
        'Notre équipe est à Bohicon : deux heures de route. Les jours de marché, quelqu’un est sur place.',
    },
  },
  {
    number: 2,
    commune: 'bohicon',
    startup: 'sika-logiciels',
    title: 'Numérisation des registres d’état civil',
    purpose: 'Registre Sika, la reprise de douze mille actes et la formation de quatre agents',
    amount: 6_500_000,
    status: 'signing',
    createdDays: 40,
    startsIn: 5,
    endsIn: 370,
  },
  {
    number: 3,
    commune: 'dassa-zoume',
    startup: 'akwaba-numerique',
    title: 'Recouvrement de la taxe de développement local',
    purpose: 'Taxe Claire, un fichier de contribuables et la formation de cinq agents',
    amount: 3_200_000,
    status: 'active',
    createdDays: 50,
    startsIn: -30,
    endsIn: 335,
    amendment: {
      reason: 'La saison des pluies a retardé le recensement des contribuables de deux mois.',
      status: 'proposed',
      endsIn: 395,
    },
  },
  {
    number: 4,
    commune: 'glazoue',
    startup: 'zem-data',
    title: 'Adressage des rues de Glazoué',
    purpose: 'Zem Adresse : le plan, la pose des plaques et la formation de deux agents',
    amount: 5_400_000,
    status: 'active',
    createdDays: 420,
    startsIn: -340,
    endsIn: 25,
  },
  {
    number: 5,
    commune: 'houeyogbe',
    startup: 'gbeto-tech',
    title: 'Messages vocaux aux habitants',
    purpose: 'Voix de la Commune, essai prolongé dans quatre arrondissements',
    amount: 1_200_000,
    status: 'suspended',
    reason: 'L’opérateur change ses tarifs : la convention reprendra quand ils seront connus.',
    createdDays: 200,
    startsIn: -160,
    endsIn: 120,
  },
  {
    number: 6,
    commune: 'parakou',
    startup: 'zem-data',
    title: 'Cartographie des dépotoirs',
    purpose: 'Un relevé, une carte et sa mise à jour chaque trimestre',
    amount: 2_100_000,
    status: 'terminated',
    reason: 'Deux livraisons manquées malgré une mise en demeure.',
    createdDays: 380,
    startsIn: -330,
    endsIn: 30,
  },
  {
    number: 7,
    commune: 'bohicon',
    startup: 'akwaba-numerique',
    title: 'Billetterie de la gare routière',
    purpose: 'Gare Claire, pendant un an',
    amount: 2_900_000,
    status: 'ended',
    createdDays: 500,
    startsIn: -450,
    endsIn: -85,
  },
  {
    number: 8,
    commune: 'houeyogbe',
    startup: 'sika-logiciels',
    title: 'Gestion du courrier',
    purpose: 'Courrier Clair pour six postes',
    amount: 1_500_000,
    status: 'abandoned',
    reason: 'La commune attend la messagerie annoncée par l’État.',
    createdDays: 100,
    startsIn: null,
    endsIn: null,
  },
  {
    number: 9,
    commune: 'dassa-zoume',
    startup: 'zem-data',
    title: 'Permis de construire suivis',
    purpose: 'Permis Suivi, pour le service de l’urbanisme',
    amount: 2_400_000,
    status: 'agreed',
    createdDays: 25,
    startsIn: 15,
    endsIn: 380,
  },
]

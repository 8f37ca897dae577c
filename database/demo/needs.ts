/** The needs of the demonstration world, in every status; some shared by several communes. */
import type { NeedStatus } from '#modules/collaboration/index.ts'

export interface DemoNeed {
  readonly number: number | null
  readonly commune: string
  readonly status: NeedStatus
  readonly days: number
  readonly title: string
  readonly problem: string
  readonly currentSituation: string
  readonly beneficiaries: string
  readonly expectedOutcome: string
  readonly domains: readonly string[]
  readonly services: readonly string[]
  readonly connectivity: string | null
  readonly mustWorkOffline: boolean
  readonly workstations: number | null
  readonly itStaff: number | null
  readonly users: number | null
  readonly languages: readonly string[]
  readonly handlesPersonalData: boolean
  readonly budgetMin: number | null
  readonly budgetMax: number | null
  readonly budgetSource: string
  readonly urgency: 'low' | 'normal' | 'high'
  readonly reason?: string
  readonly joiners?: readonly { commune: string; note: string; users: number }[]
}

const basics = {
  connectivity: '3g',
  mustWorkOffline: false,
  workstations: 4,
  itStaff: 1,
  users: 6,
  languages: ['fr'],
  handlesPersonalData: false,
  budgetMin: null,
  urgency: 'normal',
} as const

export const needs: readonly DemoNeed[] = [
  {
    ...basics,
    number: 1,
    commune: 'glazoue',
    status: 'published',
    days: 200,
    title: 'Encaisser les droits de place sans perdre de recettes',
    problem:
      'Les tickets du marché de Glazoué se vendent à la main, dans une foule venue de quatre départements. Une partie des carnets ne revient pas, et la commune ne connaît ses recettes que le vendredi, quand il est trop tard pour contrôler.',
    currentSituation:
      'Huit collecteurs, des carnets à souche, un cahier tenu par le régisseur. Le comptage prend une demi-journée par semaine.',
    beneficiaries: 'Huit collecteurs, un régisseur, environ 1 800 commerçants les jours de marché',
    expectedOutcome:
      'Un reçu pour chaque paiement, le total par collecteur connu chaque soir, et des recettes en hausse d’un tiers en un an.',
    domains: ['markets', 'local-revenue'],
    services: ['market-fee', 'market-stall'],
    mustWorkOffline: true,
    users: 9,
    languages: ['fr', 'fon'],
    handlesPersonalData: true,
    budgetMin: 2_000_000,
    budgetMax: 6_000_000,
    budgetSource: 'Fonds propres, et FIC à demander',
    urgency: 'high',
    joiners: [{ commune: 'savalou', note: 'Deux marchés, mêmes difficultés.', users: 7 }],
  },
  {
    ...basics,
    number: 2,
    commune: 'bohicon',
    status: 'published',
    days: 160,
    title: 'Retrouver les délibérations et les actes anciens',
    problem:
      'Les délibérations d’avant 2010 sont en cartons, dans un local qui prend l’eau. Chaque litige foncier demande plusieurs jours de recherche, et certaines pièces ne se retrouvent jamais.',
    currentSituation: 'Un agent, des cartons classés par année, un registre manuscrit incomplet.',
    beneficiaries: 'Le secrétariat, les services, les citoyens en litige',
    expectedOutcome:
      'Toute délibération retrouvée en moins d’une heure, et les originaux à l’abri.',
    domains: ['documents'],
    services: ['archive-search'],
    connectivity: '4g',
    budgetMax: 4_000_000,
    budgetSource: 'Partenaire à confirmer',
    languages: ['fr'],
  },
  {
    ...basics,
    number: 3,
    commune: 'houeyogbe',
    status: 'published',
    days: 130,
    title: 'Informer tous les habitants, même ceux qui ne lisent pas',
    problem:
      'Les décisions de la commune sont affichées en français à la mairie : la plupart des habitants ne les apprennent jamais, ou les apprennent déformées.',
    currentSituation: 'Affichage, crieurs publics, une émission de radio par mois.',
    beneficiaries: 'Les habitants des six arrondissements',
    expectedOutcome:
      'Trois habitants sur quatre touchés par une information importante en deux jours, dans leur langue.',
    domains: ['communication', 'participation'],
    services: ['citizen-messages'],
    languages: ['fr', 'ajg', 'fon'],
    handlesPersonalData: true,
    budgetMax: 2_500_000,
    budgetSource: 'Fonds propres',
    joiners: [
      { commune: 'bopa', note: 'Même langue, mêmes ondes.', users: 3 },
      { commune: 'come', note: 'Intéressés par un achat commun.', users: 4 },
    ],
  },
  {
    ...basics,
    number: 4,
    commune: 'kandi',
    status: 'published',
    days: 140,
    title: 'Connaître chaque mois les besoins des écoles',
    problem:
      'La commune construit des salles sans savoir où les effectifs montent. Les besoins en mobilier et en eau arrivent après la rentrée, quand le budget est engagé.',
    currentSituation: 'Une réunion par trimestre avec les directeurs, des fiches papier.',
    beneficiaries: 'Cent vingt écoles, leurs élèves et leurs maîtres',
    expectedOutcome:
      'Les effectifs et les manques connus chaque mois, et une liste de travaux prête en juin.',
    domains: ['education'],
    services: ['school-register'],
    connectivity: '2g',
    mustWorkOffline: true,
    itStaff: 0,
    languages: ['fr', 'bba', 'ddn'],
    budgetMax: 1_500_000,
    budgetSource: 'FIC',
  },
  {
    ...basics,
    number: 5,
    commune: 'parakou',
    status: 'published',
    days: 170,
    title: 'Suivre la pré-collecte des déchets par quartier',
    problem:
      'Des ménages paient sans être servis, d’autres sont servis sans payer. Les structures de pré-collecte se plaignent d’impayés et les dépôts sauvages reviennent.',
    currentSituation: 'Listes sur tableur, contrôles rares, réclamations au téléphone.',
    beneficiaries: 'Quarante mille ménages et neuf structures',
    expectedOutcome:
      'Chaque passage pointé, chaque réclamation répondue en deux jours, les dépôts sauvages divisés par deux.',
    domains: ['waste', 'city-management'],
    services: ['waste-subscription', 'waste-report'],
    connectivity: '4g',
    workstations: 12,
    itStaff: 3,
    users: 30,
    languages: ['fr', 'bba', 'ddn'],
    handlesPersonalData: true,
    budgetMin: 3_000_000,
    budgetMax: 12_000_000,
    budgetSource: 'Fonds propres',
  },
  {
    ...basics,
    number: 6,
    commune: 'natitingou',
    status: 'published',
    days: 60,
    title: 'Prévenir les conflits de transhumance',
    problem:
      'Chaque saison, des conflits éclatent sur les mêmes passages. Les comités préviennent trop tard, et les règlements conclus s’oublient d’une année à l’autre.',
    currentSituation: 'Comités de veille, cahiers, appels.',
    beneficiaries: 'Éleveurs, agriculteurs, autorités locales',
    expectedOutcome:
      'Les passages connus d’avance, les alertes reçues le jour même, les règlements retrouvés.',
    domains: ['agriculture', 'environment'],
    services: ['transhumance'],
    connectivity: '2g',
    mustWorkOffline: true,
    itStaff: 0,
    languages: ['fr', 'ful', 'tbz', 'bba'],
    budgetMax: 2_000_000,
    budgetSource: 'Partenaire',
  },
  {
    ...basics,
    number: 7,
    commune: 'so-ava',
    status: 'met',
    days: 300,
    title: 'Suivre le budget sur un seul poste',
    problem:
      'La commune n’a qu’un poste et pas d’informaticien : le budget se suit dans deux cahiers, et les soldes se découvrent en fin d’année.',
    currentSituation: 'Deux cahiers et une calculatrice.',
    beneficiaries: 'Le secrétariat et les élus',
    expectedOutcome: 'Un solde juste par ligne, chaque mois, prêt à signer.',
    domains: ['finance'],
    services: ['supplier-payment'],
    connectivity: 'none',
    mustWorkOffline: true,
    workstations: 1,
    itStaff: 0,
    users: 2,
    budgetMax: 600_000,
    budgetSource: 'Fonds propres',
    reason: 'Djidjo Léger est en service depuis onze mois ; les états mensuels sont à jour.',
  },
  {
    ...basics,
    number: 8,
    commune: 'glazoue',
    status: 'submitted',
    days: 3,
    title: 'Délivrer les copies d’actes en moins d’une heure',
    problem:
      'Une copie d’acte demande une journée de recherche dans les registres ; les habitants des arrondissements reviennent deux ou trois fois pour une seule pièce.',
    currentSituation: 'Registres papier, trois centres secondaires, un cahier de demandes.',
    beneficiaries: 'Les habitants des dix arrondissements',
    expectedOutcome:
      'Une copie délivrée en moins d’une heure, dans le centre le plus proche, même pendant les coupures.',
    domains: ['civil-status'],
    services: ['birth-copy', 'marriage-copy', 'death-copy'],
    mustWorkOffline: true,
    users: 7,
    languages: ['fr', 'fon'],
    handlesPersonalData: true,
    budgetMax: 8_000_000,
    budgetSource: 'FIC',
  },
  {
    ...basics,
    number: 9,
    commune: 'glazoue',
    status: 'returned',
    days: 15,
    title: 'Acquérir une application de gestion du courrier',
    problem:
      'Le courrier se perd entre le secrétariat et les services, et les réponses partent en retard : nous voulons un logiciel performant, de dernière génération.',
    currentSituation: 'Un cahier d’arrivée et un cahier de départ.',
    beneficiaries: 'Tous les services',
    expectedOutcome:
      'Un courrier suivi de son arrivée à sa réponse, avec des délais connus de tous.',
    domains: ['documents'],
    services: ['mail-tracking'],
    budgetMax: 1_500_000,
    budgetSource: 'Fonds propres',
    reason:
      'Le titre et le problème nomment déjà un logiciel. Dites ce qui doit changer dans le suivi du courrier.',
  },
  {
    ...basics,
    number: null,
    commune: 'glazoue',
    status: 'draft',
    days: 1,
    title: 'Savoir ce que la commune possède',
    problem: 'Le matériel et les véhicules ne sont inscrits nulle part de façon complète.',
    currentSituation: '',
    beneficiaries: '',
    expectedOutcome: '',
    domains: ['resource-management'],
    services: [],
    budgetMax: null,
    budgetSource: '',
  },
  {
    ...basics,
    number: 10,
    commune: 'bohicon',
    status: 'withdrawn',
    days: 120,
    title: 'Ouvrir un guichet de paiement en ligne',
    problem:
      'Les habitants se déplacent pour payer, et les files d’attente durent des heures en fin de mois, surtout au guichet des taxes.',
    currentSituation: 'Un guichet, deux caissiers.',
    beneficiaries: 'Les contribuables',
    expectedOutcome: 'La moitié des paiements faits sans déplacement en deux ans.',
    domains: ['local-revenue'],
    services: ['local-tax'],
    connectivity: '4g',
    handlesPersonalData: true,
    budgetMax: 10_000_000,
    budgetSource: 'À rechercher',
    reason:
      'Le service est annoncé par l’État pour 2027 ; la commune attend avant d’engager une dépense.',
  },
  {
    ...basics,
    number: 11,
    commune: 'ouidah',
    status: 'published',
    days: 90,
    title: 'Louer les salles sans double réservation',
    problem:
      'Les salles et le stade sont réservés à deux endroits. Plusieurs fois par an, deux familles arrivent le même samedi.',
    currentSituation: 'Deux cahiers, dans deux services.',
    beneficiaries: 'Les familles, les associations, le régisseur',
    expectedOutcome: 'Un seul calendrier, des tarifs affichés, plus aucune double réservation.',
    domains: ['education', 'city-management'],
    services: ['room-hire'],
    connectivity: '4g',
    budgetMax: 500_000,
    budgetSource: 'Fonds propres',
    urgency: 'low',
  },
  {
    ...basics,
    number: 12,
    commune: 'dassa-zoume',
    status: 'published',
    days: 150,
    title: 'Recouvrer la taxe de développement local à trois',
    problem:
      'La taxe de développement local se recouvre de porte en porte. Trois communes voisines ont les mêmes contribuables, qui se déplacent d’un marché à l’autre, et aucune ne sait qui a déjà payé chez sa voisine.',
    currentSituation:
      'Des listes sur papier, refaites chaque année ; des agents qui connaissent leur quartier, et rien d’autre.',
    beneficiaries:
      'Les contribuables, les agents de recouvrement et les régisseurs de trois communes',
    expectedOutcome:
      'Un fichier tenu à jour par commune, une quittance qui se vérifie d’une commune à l’autre, des agents formés ensemble.',
    domains: ['local-revenue', 'finance'],
    services: [],
    budgetMax: 12_000_000,
    budgetSource: 'Fonds propres des trois communes',
    joiners: [
      { commune: 'glazoue', note: 'Les mêmes contribuables vont d’un marché à l’autre.', users: 5 },
      { commune: 'savalou', note: 'Nos agents veulent être formés avec les vôtres.', users: 4 },
    ],
  },
]

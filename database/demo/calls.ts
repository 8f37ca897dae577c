/** The calls of the demonstration world, one or more at every stage of their life. */

export interface DemoOffer {
  readonly startup: string
  readonly price: number
  readonly summary: string
  /** Of the committee, for each criterion of quality in order; none while it has not agreed. */
  readonly points?: readonly number[]
  /** Written and not sent. */
  readonly isDraft?: boolean
}

export interface DemoMember {
  readonly email: string
  readonly duty: 'president' | 'member' | 'secretary'
  readonly status: 'named' | 'declared' | 'cut'
  readonly reason?: string
  /** One's own notes, for each offer and each criterion of quality in order. */
  readonly notes?: readonly (readonly number[])[]
  readonly hasFinished?: boolean
}

export interface DemoCall {
  readonly number: number | null
  readonly key: string
  readonly mechanism: 'quotation' | 'call' | 'groupedCall' | 'challenge'
  readonly commune: string
  /** The other communes of a grouped call, and what each made of the result. */
  readonly others?: readonly {
    commune: string
    decision: 'pending' | 'in' | 'out'
    reason?: string
  }[]
  readonly need: { commune: string; title: string }
  readonly status:
    | 'draft'
    | 'inReview'
    | 'returned'
    | 'published'
    | 'opened'
    | 'evaluated'
    | 'awarded'
    | 'concluded'
    | 'unsuccessful'
    | 'cancelled'
  readonly reason?: string
  /** Days since the publication, and until the deadline: negative once it has passed. */
  readonly publishedDays?: number
  readonly deadlineIn?: number
  readonly isAnonymous?: boolean
  readonly offers?: readonly DemoOffer[]
  readonly committee?: readonly DemoMember[]
  readonly questions?: readonly {
    startup: string
    question: string
    answer?: string
    days: number
  }[]
  readonly addendum?: { readonly reason: string; readonly after: string; readonly days: number }
  readonly silences?: readonly { startup: string; cause: string; comment: string }[]
  /** The startup retained, and why. */
  readonly award?: { readonly startup: string; readonly reason: string; readonly days: number }
  readonly complaint?: {
    readonly startup: string
    readonly body: string
    readonly answer?: string
    readonly status: 'filed' | 'upheld' | 'dismissed'
    readonly days: number
  }
}

const market = {
  commune: 'glazoue',
  title: 'Encaisser les droits de place sans perdre de recettes',
} as const
const archives = { commune: 'bohicon', title: 'Retrouver les délibérations et les actes anciens' }
const voices = {
  commune: 'houeyogbe',
  title: 'Informer tous les habitants, même ceux qui ne lisent pas',
}
const waste = { commune: 'parakou', title: 'Suivre la pré-collecte des déchets par quartier' }

export const calls: readonly DemoCall[] = [
  {
    key: 'market-open',
    number: 1,
    mechanism: 'call',
    commune: 'glazoue',
    need: market,
    status: 'published',
    publishedDays: 20,
    deadlineIn: 12,
    committee: [
      { email: 'rsi.glazoue', duty: 'president', status: 'declared' },
      { email: 'agent.glazoue', duty: 'secretary', status: 'named' },
      { email: 'commission', duty: 'member', status: 'declared' },
    ],
    offers: [
      {
        startup: 'akwaba-numerique',
        price: 4_200_000,
        summary:
          'Axi Ticket remplace les carnets à souche : chaque collecteur encaisse sur un téléphone simple, le reçu s’imprime ou part par SMS, et le régisseur voit le total du soir avant de fermer la caisse.',
      },
      {
        startup: 'sika-logiciels',
        price: 5_100_000,
        summary:
          'Une caisse de marché tenue sur tablette, avec un carnet de secours numéroté pour les jours sans énergie, et un rapprochement automatique le lendemain matin.',
      },
      {
        startup: 'zem-data',
        price: 3_900_000,
        summary: 'Un plan du marché et un compteur de places par allée, à compléter.',
        isDraft: true,
      },
    ],
    questions: [
      {
        startup: 'zem-data',
        question:
          'Le marché a-t-il un plan des allées que nous pourrions consulter avant de répondre ?',
        answer: 'Oui : un plan à main levée est à la régie, ouvert à tous les matins de semaine.',
        days: 15,
      },
      {
        startup: 'sika-logiciels',
        question: 'Les huit collecteurs ont-ils déjà un téléphone, et de quel type ?',
        answer:
          'Cinq ont un téléphone à touches, trois un téléphone Android. La commune n’en fournit pas : comptez-les dans votre prix.',
        days: 12,
      },
      {
        startup: 'akwaba-numerique',
        question: 'Le tarif des places change-t-il les jours de grand marché ?',
        days: 2,
      },
    ],
    addendum: {
      reason: 'Une startup a demandé qui fournit les téléphones : l’appel le dit désormais.',
      after: '- Les téléphones des collecteurs sont compris dans le prix.',
      days: 11,
    },
  },
  {
    key: 'market-draft',
    number: null,
    mechanism: 'quotation',
    commune: 'glazoue',
    need: market,
    status: 'draft',
  },
  {
    key: 'archives-closed',
    number: 2,
    mechanism: 'quotation',
    commune: 'bohicon',
    need: archives,
    status: 'published',
    publishedDays: 16,
    deadlineIn: -1,
    committee: [
      { email: 'se.bohicon', duty: 'president', status: 'declared' },
      { email: 'rsi.bohicon', duty: 'secretary', status: 'declared' },
      { email: 'commission', duty: 'member', status: 'declared' },
    ],
    offers: [
      {
        startup: 'sika-logiciels',
        price: 2_800_000,
        summary:
          'Courrier Clair numérise les registres page par page et les retrouve par nom, par date et par numéro, sur le poste de la mairie, sans réseau.',
      },
      {
        startup: 'wemexo',
        price: 3_300_000,
        summary:
          'Archives Vives restaure, photographie et indexe les délibérations depuis 1990, avec un archiviste sur place pendant deux mois.',
      },
    ],
  },
  {
    key: 'waste-unanswered',
    number: 3,
    mechanism: 'call',
    commune: 'parakou',
    need: waste,
    status: 'published',
    publishedDays: 35,
    deadlineIn: -2,
    silences: [
      {
        startup: 'tofa-systemes',
        cause: 'budget',
        comment:
          'Équiper 30 quartiers demande deux fois ce budget ; dix quartiers seraient possibles.',
      },
      { startup: 'zem-data', cause: 'time', comment: '' },
    ],
  },
  {
    key: 'voices-scoring',
    number: 4,
    mechanism: 'challenge',
    commune: 'houeyogbe',
    need: voices,
    status: 'opened',
    publishedDays: 50,
    deadlineIn: -8,
    isAnonymous: true,
    committee: [
      {
        email: 'se.houeyogbe',
        duty: 'president',
        status: 'declared',
        notes: [
          [80, 70, 75],
          [60, 65, 50],
        ],
        hasFinished: true,
      },
      { email: 'commission', duty: 'member', status: 'declared', notes: [[85, 60, 70]] },
      { email: 'se.bohicon', duty: 'member', status: 'declared' },
      {
        email: 'se.dassa',
        duty: 'member',
        status: 'cut',
        reason: 'J’ai conseillé l’une des startups pour sa première démonstration.',
      },
    ],
    offers: [
      {
        startup: 'gbeto-tech',
        price: 1_900_000,
        summary:
          'Voix de la Commune appelle les habitants en sahouè et en adja, à l’heure qu’ils choisissent, et recueille leur réponse d’une seule touche.',
      },
      {
        startup: 'akwaba-numerique',
        price: 2_300_000,
        summary:
          'Un crieur public numérique : un message enregistré une fois, diffusé par la radio locale, le téléphone et les haut-parleurs des marchés.',
      },
    ],
  },
  {
    key: 'herds-evaluated',
    number: 5,
    mechanism: 'quotation',
    commune: 'natitingou',
    need: { commune: 'natitingou', title: 'Prévenir les conflits de transhumance' },
    status: 'evaluated',
    publishedDays: 60,
    deadlineIn: -30,
    committee: [
      { email: 'commission', duty: 'president', status: 'declared', hasFinished: true },
      { email: 'se.parakou', duty: 'member', status: 'declared', hasFinished: true },
    ],
    offers: [
      {
        startup: 'alafia-services',
        price: 1_700_000,
        summary:
          'Couloir signale les passages de troupeaux par SMS, du berger au chef de village, et prévient la mairie avant les récoltes.',
        points: [85, 80, 70],
      },
      {
        startup: 'zem-data',
        price: 1_450_000,
        summary: 'Une carte des couloirs, tenue par deux relais par arrondissement.',
        points: [65, 70, 75],
      },
    ],
  },
  {
    key: 'schools-awarded',
    number: 6,
    mechanism: 'quotation',
    commune: 'kandi',
    need: { commune: 'kandi', title: 'Connaître chaque mois les besoins des écoles' },
    status: 'awarded',
    publishedDays: 70,
    deadlineIn: -40,
    committee: [
      { email: 'commission', duty: 'president', status: 'declared', hasFinished: true },
      { email: 'se.parakou', duty: 'member', status: 'declared', hasFinished: true },
    ],
    offers: [
      {
        startup: 'alafia-services',
        price: 1_200_000,
        summary:
          'École Suivie demande chaque mois, par SMS, cinq chiffres à chaque directeur, et montre à la mairie où il manque un maître, un banc ou un forage.',
        points: [90, 80, 80],
      },
      {
        startup: 'sika-logiciels',
        price: 990_000,
        summary: 'Un tableau partagé, rempli à l’inspection, imprimé chaque mois.',
        points: [55, 60, 65],
      },
    ],
    award: {
      startup: 'alafia-services',
      reason: 'La mieux classée : elle joint toutes les écoles, même sans réseau de données.',
      days: 4,
    },
    complaint: {
      startup: 'sika-logiciels',
      status: 'filed',
      days: 2,
      body: 'Notre prix est le plus bas et notre note de mise en œuvre ne dit pas quel point du calendrier serait intenable. Nous demandons que ce point soit revu.',
    },
  },
  {
    key: 'tax-grouped',
    number: 7,
    mechanism: 'groupedCall',
    commune: 'dassa-zoume',
    others: [
      { commune: 'glazoue', decision: 'pending' },
      { commune: 'savalou', decision: 'in' },
    ],
    need: { commune: 'dassa-zoume', title: 'Recouvrer la taxe de développement local à trois' },
    status: 'concluded',
    publishedDays: 120,
    deadlineIn: -80,
    committee: [
      { email: 'se.dassa', duty: 'president', status: 'declared', hasFinished: true },
      { email: 'rsi.glazoue', duty: 'member', status: 'declared', hasFinished: true },
      { email: 'commission', duty: 'member', status: 'declared', hasFinished: true },
    ],
    offers: [
      {
        startup: 'akwaba-numerique',
        price: 9_600_000,
        summary:
          'Taxe Claire pour trois communes : un seul fichier de contribuables par commune, une seule formation, des agents qui s’entraident.',
        points: [88, 85, 80],
      },
      {
        startup: 'djidjo-finance',
        price: 11_000_000,
        summary: 'Djidjo Budget et son module de recettes, avec un serveur partagé à Dassa-Zoumè.',
        points: [80, 75, 85],
      },
    ],
    award: {
      startup: 'akwaba-numerique',
      reason: 'La mieux classée, et la seule à former les agents des trois communes ensemble.',
      days: 60,
    },
  },
  {
    key: 'rooms-unsuccessful',
    number: 8,
    mechanism: 'quotation',
    commune: 'ouidah',
    need: { commune: 'ouidah', title: 'Louer les salles sans double réservation' },
    status: 'unsuccessful',
    publishedDays: 80,
    deadlineIn: -60,
    reason: 'Aucune proposition reçue ; deux startups jugent le budget trop bas.',
    silences: [{ startup: 'wemexo', cause: 'budget', comment: 'Il manque 300 000 FCFA.' }],
  },
  {
    key: 'archives-cancelled',
    number: 9,
    mechanism: 'call',
    commune: 'bohicon',
    need: archives,
    status: 'cancelled',
    publishedDays: 100,
    deadlineIn: -70,
    reason: 'Le besoin a été revu : une demande de cotation suffit pour ce montant.',
  },
  {
    key: 'waste-review',
    number: 10,
    mechanism: 'call',
    commune: 'parakou',
    need: waste,
    status: 'inReview',
    deadlineIn: -45,
  },
  {
    key: 'voices-returned',
    number: 11,
    mechanism: 'quotation',
    commune: 'houeyogbe',
    need: voices,
    status: 'returned',
    reason: 'Le délai de réponse est trop court pour une startup qui n’est pas du département.',
  },
]

/** The files for formal tenders of the demonstration world, in every status. */

export interface DemoTender {
  readonly key: string
  readonly number: number
  /** The number of the need it comes from. */
  readonly need: number
  readonly status: 'draft' | 'handedOver' | 'awarded' | 'unsuccessful' | 'cancelled' | 'withdrawn'
  readonly title: string
  readonly nature: 'goods' | 'services' | 'intellectual' | 'works'
  readonly requirements: string
  readonly estimate: number
  readonly funding: string
  readonly lots?: readonly (readonly [title: string, estimate: number])[]
  /** Days since it was begun, handed over, decided. */
  readonly begunDays: number
  readonly handedOverDays?: number
  readonly decidedDays?: number
  readonly awardedTo?: string
  readonly awardedAmount?: number
  readonly reason?: string
}

export const tenders: readonly DemoTender[] = [
  {
    key: 'waste-parakou',
    number: 1,
    need: 5,
    status: 'awarded',
    title: 'Suivi de la pré-collecte des déchets dans les trois arrondissements',
    nature: 'services',
    requirements:
      '- Pointer chaque passage par ménage, avec ou sans réseau.\n- Recevoir les réclamations et dire la réponse donnée.\n- Rendre les données à la commune à la fin.',
    estimate: 62_000_000,
    funding: 'Budget communal, section investissement',
    lots: [
      ['Logiciel et formation', 44_000_000],
      ['Téléphones et supports', 18_000_000],
    ],
    begunDays: 320,
    handedOverDays: 280,
    decidedDays: 120,
    awardedTo: 'Groupement fictif Tofa et associés (démo)',
    awardedAmount: 58_400_000,
  },
  {
    key: 'archives-bohicon',
    number: 2,
    need: 2,
    status: 'unsuccessful',
    title: 'Numérisation et recherche des actes anciens de la commune',
    nature: 'intellectual',
    requirements:
      '- Numériser les actes sans les abîmer.\n- Retrouver un acte par son objet, sa date ou son numéro.\n- Former deux agents au classement.',
    estimate: 35_000_000,
    funding: 'Partenaire technique, à confirmer',
    begunDays: 240,
    handedOverDays: 200,
    decidedDays: 90,
    reason: 'Une seule offre reçue, au-dessus du montant disponible, selon l’avis de la procédure.',
  },
  {
    key: 'schools-kandi',
    number: 3,
    need: 4,
    status: 'cancelled',
    title: 'Remontée mensuelle des besoins des écoles',
    nature: 'services',
    requirements:
      '- Recevoir chaque mois les besoins de toutes les écoles par téléphone simple.\n- Montrer à la circonscription ce qui manque, école par école.',
    estimate: 28_000_000,
    funding: 'Budget communal',
    begunDays: 160,
    handedOverDays: 130,
    decidedDays: 60,
    reason: 'Le financement a été reporté à l’exercice suivant par le conseil communal.',
  },
  {
    key: 'markets-handed',
    number: 4,
    need: 1,
    status: 'handedOver',
    title: 'Équipement de tous les marchés de la commune pour l’encaissement',
    nature: 'goods',
    requirements:
      '- Remettre un reçu pour chaque paiement, même sans réseau.\n- Clore chaque soir la caisse de chaque collecteur.\n- Suivre les recettes marché par marché.',
    estimate: 48_000_000,
    funding: 'Budget communal, section investissement',
    lots: [
      ['Terminaux et imprimantes', 30_000_000],
      ['Logiciel et formation', 18_000_000],
    ],
    begunDays: 70,
    handedOverDays: 25,
  },
  {
    key: 'markets-draft',
    number: 5,
    need: 1,
    status: 'draft',
    title: 'Entretien et remplacement des terminaux des marchés',
    nature: 'services',
    requirements:
      '- Remplacer un terminal en panne en deux jours de marché.\n- Tenir un carnet des pannes lisible par la commune.',
    estimate: 12_000_000,
    funding: 'Budget communal, section fonctionnement',
    begunDays: 6,
  },
  {
    key: 'rooms-ouidah',
    number: 6,
    need: 11,
    status: 'withdrawn',
    title: 'Réservation des salles municipales',
    nature: 'services',
    requirements:
      '- Réserver une salle sans double réservation.\n- Encaisser et remettre un reçu au même endroit.',
    estimate: 14_000_000,
    funding: 'Budget communal',
    begunDays: 50,
    reason: 'Une demande de cotation suffit : le montant révisé est sous le plafond.',
  },
]

/** The projects of the demonstration world, in every status: plainly fictional, their dates counted from the day it is loaded. */

export interface DemoMilestone {
  readonly title: string
  readonly deliverables: string
  /** Days until it is due; negative when the day has passed. */
  readonly dueIn: number
  readonly weight: number
  readonly paymentShare: number
  readonly status: 'planned' | 'delivered' | 'accepted' | 'partlyAccepted' | 'refused'
  readonly reason?: string
  readonly reservesIn?: number
  /** Days since it was paid. */
  readonly paidDays?: number
}

export interface DemoProject {
  readonly number: number
  readonly commune: string
  /** The solution's slug; another contractor's name otherwise. */
  readonly solution?: string
  readonly contractor?: string
  readonly needNumber?: number
  readonly title: string
  readonly summary: string
  readonly amount: number
  readonly services: readonly string[]
  readonly status: 'preparing' | 'running' | 'suspended' | 'closed' | 'abandoned'
  readonly reason?: string
  /** Days since it was opened. */
  readonly days: number
  readonly startsIn: number
  readonly endsIn: number
  /** How many points of the charter are written. */
  readonly written: number
  readonly milestones: readonly DemoMilestone[]
  readonly indicators?: readonly {
    label: string
    unit: string
    before: number
    target: number
    after?: number
  }[]
  readonly entries?: readonly {
    kind: 'risk' | 'incident' | 'decision' | 'message'
    side: 'commune' | 'startup'
    title: string
    body: string
    days: number
    likelihood?: number
    impact?: number
    answer?: string
  }[]
  readonly evaluations?: readonly {
    side: 'commune' | 'startup'
    stars: number
    achieved: string
    toImprove: string
  }[]
}

const marketPlan = (start: number): DemoMilestone[] => [
  {
    title: 'Paramétrage et essai au bureau',
    deliverables: 'Places et tarifs saisis. Vérifié par le receveur sur vingt tickets.',
    dueIn: start + 14,
    weight: 20,
    paymentShare: 20,
    status: 'planned',
  },
  {
    title: 'Un marché équipé',
    deliverables: 'Cinq collecteurs formés et équipés. Vérifié pendant un jour de marché.',
    dueIn: start + 45,
    weight: 30,
    paymentShare: 30,
    status: 'planned',
  },
  {
    title: 'Tous les marchés, et l’export comptable',
    deliverables:
      'Trois marchés équipés, état journalier exporté. Rapproché de la caisse sur un mois.',
    dueIn: start + 100,
    weight: 50,
    paymentShare: 50,
    status: 'planned',
  },
]

export const projects: readonly DemoProject[] = [
  {
    number: 1,
    commune: 'glazoue',
    solution: 'axi-ticket',
    needNumber: 1,
    title: 'Encaisser les droits de place des trois marchés',
    summary:
      'Remplacer les carnets à souche par des tickets numérotés, et connaître la recette du jour avant la nuit.',
    amount: 3_600_001,
    services: ['market-fee', 'market-stall'],
    status: 'running',
    days: 75,
    startsIn: -60,
    endsIn: 40,
    written: 20,
    milestones: [
      { ...(marketPlan(-60)[0] as DemoMilestone), status: 'accepted' },
      {
        ...(marketPlan(-60)[1] as DemoMilestone),
        status: 'delivered',
        reason:
          'Le marché central est équipé : cinq collecteurs formés, quatre cents tickets par jour.',
      },
      marketPlan(-60)[2] as DemoMilestone,
    ],
    indicators: [
      {
        label: 'Recette moyenne par jour de marché',
        unit: 'FCFA',
        before: 180_000,
        target: 240_000,
      },
      { label: 'Attente d’un état journalier', unit: 'jours', before: 5, target: 0.5 },
    ],
    entries: [
      {
        kind: 'risk',
        side: 'commune',
        title: 'Refus des collecteurs',
        body: 'Les collecteurs craignent d’être surveillés. Deux d’entre eux participent au choix des écrans.',
        days: 58,
        likelihood: 4,
        impact: 4,
      },
      {
        kind: 'risk',
        side: 'startup',
        title: 'Panne d’imprimante un jour de marché',
        body: 'Une imprimante de rechange reste au bureau du receveur.',
        days: 55,
        likelihood: 3,
        impact: 3,
        answer: 'Rechange livrée avec le premier jalon, essayée deux fois.',
      },
      {
        kind: 'incident',
        side: 'startup',
        title: 'Heure fausse sur un téléphone',
        body: 'Les tickets d’un matin portaient l’heure de la veille. Corrigé à distance en deux heures.',
        days: 20,
      },
      {
        kind: 'decision',
        side: 'commune',
        title: 'Le carnet papier s’arrête le premier du mois',
        body: 'Décidé en réunion avec le receveur et les chefs de marché.',
        days: 15,
      },
      {
        kind: 'message',
        side: 'startup',
        title: '',
        body: 'Le deuxième jalon est livré : pouvez-vous venir vérifier au prochain marché ?',
        days: 3,
      },
      {
        kind: 'message',
        side: 'commune',
        title: '',
        body: 'Nous serons au marché mercredi dès 7 heures, avec le receveur.',
        days: 2,
      },
    ],
  },
  {
    number: 2,
    commune: 'glazoue',
    solution: 'taxe-claire',
    title: 'Tenir le registre des contribuables',
    summary: 'Un registre unique des contribuables, à jour à chaque passage des agents.',
    amount: 2_400_000,
    services: ['local-tax', 'tax-register'],
    status: 'preparing',
    days: 12,
    startsIn: 20,
    endsIn: 140,
    written: 7,
    milestones: marketPlan(20).slice(0, 2),
  },
  {
    number: 3,
    commune: 'bohicon',
    solution: 'axi-ticket',
    title: 'Étendre les tickets aux marchés secondaires',
    summary: 'Deux marchés secondaires équipés comme le marché central.',
    amount: 1_800_000,
    services: ['market-fee'],
    status: 'closed',
    days: 300,
    startsIn: -280,
    endsIn: -120,
    written: 20,
    milestones: marketPlan(-280).map((milestone, index) => ({
      ...milestone,
      status: 'accepted',
      paidDays: 230 - index * 40,
    })),
    indicators: [
      {
        label: 'Recette moyenne par jour de marché',
        unit: 'FCFA',
        before: 95_000,
        target: 120_000,
        after: 134_500,
      },
    ],
    evaluations: [
      {
        side: 'commune',
        stars: 5,
        achieved: 'La recette a dépassé la cible, et les commerçants demandent leur reçu.',
        toImprove: 'Commencer la formation avant la livraison des appareils.',
      },
      {
        side: 'startup',
        stars: 4,
        achieved:
          'Le receveur a tenu chaque rendez-vous : les recettes ont été prononcées à temps.',
        toImprove: 'Prévoir le crédit d’impression dès la première année.',
      },
    ],
  },
  {
    number: 4,
    commune: 'parakou',
    solution: 'zem-adresse',
    title: 'Adresser deux quartiers pilotes',
    summary: 'Relever les voies et les parcelles de deux quartiers, avec des agents de la mairie.',
    amount: 5_200_000,
    services: ['alignment'],
    status: 'suspended',
    reason:
      'Les relevés s’arrêtent pendant la saison des pluies ; reprise prévue dans six semaines.',
    days: 140,
    startsIn: -120,
    endsIn: 60,
    written: 20,
    milestones: [
      {
        ...(marketPlan(-120)[0] as DemoMilestone),
        title: 'Méthode et formation des agents',
        deliverables: 'Guide de relevé remis, huit agents formés. Vérifié sur une rue.',
        status: 'partlyAccepted',
        reason: 'Deux agents restent à former, et le guide à corriger page 4.',
        reservesIn: -10,
      },
      {
        ...(marketPlan(-120)[1] as DemoMilestone),
        title: 'Premier quartier relevé',
        deliverables:
          'Voies et parcelles du premier quartier. Vérifié sur trente adresses tirées au sort.',
        status: 'refused',
        reason: 'Neuf adresses sur trente ne correspondent pas à la rue.',
      },
      {
        ...(marketPlan(-120)[2] as DemoMilestone),
        title: 'Second quartier relevé',
        deliverables: 'Voies et parcelles du second quartier. Vérifié de la même façon.',
      },
    ],
  },
  {
    number: 5,
    commune: 'houeyogbe',
    contractor: 'Atelier Demo Radio (fictif)',
    title: 'Diffuser les avis de la mairie à la radio',
    summary: 'Des messages vocaux en langues locales, programmés depuis la mairie.',
    amount: 900_000,
    services: ['citizen-messages'],
    status: 'abandoned',
    reason: 'La radio partenaire a cessé d’émettre ; le crédit est reporté à l’année prochaine.',
    days: 200,
    startsIn: -180,
    endsIn: -60,
    written: 20,
    milestones: marketPlan(-180).map((milestone, index) => ({
      ...milestone,
      title: ['Studio équipé', 'Messages essayés', 'Diffusion quotidienne'][index] ?? '',
      deliverables: 'Vérifié à l’écoute par le chef du service communication.',
    })),
  },
]

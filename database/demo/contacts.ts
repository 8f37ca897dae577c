/** The contacts of the demonstration world, in every status, with their threads. */
import type { ContactStatus } from '#modules/collaboration/index.ts'

export interface DemoContact {
  readonly number: number
  readonly need: number
  readonly solution: string
  readonly status: ContactStatus
  readonly days: number
  readonly message: string
  /** In days from now; negative when past. */
  readonly demonstrationDays?: number
  readonly reason?: string
  readonly next?: string
  readonly thread?: readonly { side: 'commune' | 'startup'; body: string; days: number }[]
}

export const contacts: readonly DemoContact[] = [
  {
    number: 1,
    need: 1,
    solution: 'axi-ticket',
    status: 'scheduled',
    days: 15,
    message:
      'Nous voulons voir un encaissement complet pendant une coupure, avec l’impression du reçu et la clôture du soir. Notre régisseur et deux collecteurs seront présents.',
    demonstrationDays: 4,
    thread: [
      {
        side: 'startup',
        body: 'Merci de votre confiance. Nous viendrons avec trois téléphones et deux imprimantes, et nous couperons le réseau devant vous.',
        days: 13,
      },
      {
        side: 'commune',
        body: 'Parfait. La salle du conseil est réservée ; le marché est à deux cents mètres.',
        days: 11,
      },
    ],
  },
  {
    number: 2,
    need: 1,
    solution: 'axi-places',
    status: 'sent',
    days: 6,
    message:
      'Le plan des places nous intéresse en complément des tickets. Pouvez-vous nous montrer une attribution, de la demande à l’affichage ?',
  },
  {
    number: 3,
    need: 2,
    solution: 'archives-vives',
    status: 'demonstrated',
    days: 32,
    message:
      'Pouvez-vous numériser devant nous un carton abîmé, et retrouver une délibération par son objet ?',
    demonstrationDays: -9,
    thread: [
      { side: 'startup', body: 'Oui. Choisissez le carton, nous apportons le scanner.', days: 29 },
    ],
  },
  {
    number: 4,
    need: 5,
    solution: 'tournee-propre',
    status: 'followedUp',
    days: 60,
    message: 'Nous souhaitons voir le pointage des passages et le paiement des structures.',
    demonstrationDays: -40,
    reason:
      'La démonstration a convaincu les structures de pré-collecte, et le coût tient dans le budget.',
    next: 'Essai de trois mois dans deux quartiers.',
  },
  {
    number: 5,
    need: 3,
    solution: 'voix-de-la-commune',
    status: 'accepted',
    days: 8,
    message:
      'Nous voulons entendre un message en adja, et connaître le coût d’un appel à mille personnes.',
    thread: [
      {
        side: 'startup',
        body: 'Nous avons deux conteuses en adja. Le coût dépend de l’opérateur : nous apportons les trois tarifs.',
        days: 5,
      },
    ],
  },
  {
    number: 6,
    need: 4,
    solution: 'ecole-suivie',
    status: 'notFollowedUp',
    days: 50,
    message: 'Nous voulons tester avec cinq directeurs, par SMS seulement.',
    demonstrationDays: -30,
    reason:
      'Les directeurs ont trouvé les codes SMS trop longs ; nous reprendrons contact quand la saisie vocale existera.',
  },
  {
    number: 7,
    need: 6,
    solution: 'couloir',
    status: 'declined',
    days: 6,
    message: 'Pouvez-vous venir à Natitingou pour une rencontre avec les comités de veille ?',
    reason:
      'Notre équipe est engagée dans deux communes jusqu’en mars ; nous préférons refuser plutôt que mal servir.',
  },
  {
    number: 8,
    need: 1,
    solution: 'marche-fibre',
    status: 'withdrawn',
    days: 18,
    message: 'Votre solution fonctionne-t-elle sans fibre, avec un budget de six millions ?',
    reason: 'Après relecture, la solution demande la fibre : nous retirons notre demande.',
  },
]

export const peers: readonly {
  number: number
  solution: string
  from: string
  to: string
  status: 'sent' | 'answered' | 'declined' | 'closed'
  days: number
  thread: readonly { from: boolean; body: string }[]
}[] = [
  {
    number: 1,
    solution: 'axi-ticket',
    from: 'glazoue',
    to: 'bohicon',
    status: 'answered',
    days: 20,
    thread: [
      {
        from: true,
        body: 'Combien de temps avant que les commerçants acceptent le reçu ? Et les imprimantes, tiennent-elles ?',
      },
      {
        from: false,
        body: 'Deux semaines, avec une radio locale pour expliquer. Les imprimantes tiennent un an : achetez-en une de rechange par marché.',
      },
    ],
  },
  {
    number: 2,
    solution: 'conseil-ouvert',
    from: 'glazoue',
    to: 'houeyogbe',
    status: 'sent',
    days: 4,
    thread: [
      {
        from: true,
        body: 'Qui saisit les délibérations chez vous, et combien de temps cela prend-il après une session ?',
      },
    ],
  },
]

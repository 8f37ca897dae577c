/** What people are told about, and what they may turn off. */
export const topics = {
  account: {
    label: 'Mon compte',
    hint: 'Codes, invitations, sécurité. Toujours envoyés.',
    isAlwaysOn: true,
  },
  assistance: {
    label: 'Assistance de l’ANCB',
    hint: 'Quand le secrétariat agit pour le compte de votre commune. Toujours envoyés.',
    isAlwaysOn: true,
  },
  verification: {
    label: 'Vérification',
    hint: 'Décisions sur la startup et ses solutions, labels qui expirent.',
    isAlwaysOn: false,
  },
  needs: {
    label: 'Besoins',
    hint: 'Besoins à approuver, renvoyés, publiés, rejoints.',
    isAlwaysOn: false,
  },
  contacts: {
    label: 'Mises en relation',
    hint: 'Demandes, réponses, dates, issues, messages.',
    isAlwaysOn: false,
  },
  peers: {
    label: 'Échanges entre communes',
    hint: 'Questions et réponses d’une commune à l’autre.',
    isAlwaysOn: false,
  },
  deployments: {
    label: 'Utilisations et avis',
    hint: 'Utilisations à confirmer, avis et réponses.',
    isAlwaysOn: false,
  },
  calls: {
    label: 'Appels',
    hint: 'Appels publiés, questions, additifs, propositions, résultats.',
    isAlwaysOn: false,
  },
  agreements: {
    label: 'Cadre et conventions',
    hint: 'Adhésions, conventions à négocier ou à signer, avenants, échéances.',
    isAlwaysOn: false,
  },
  projects: {
    label: 'Expérimentations et projets',
    hint: 'Essais, jalons, recettes, incidents, messages.',
    isAlwaysOn: false,
  },
  planning: {
    label: 'Planification',
    hint: 'Diagnostic, connexion, schéma directeur, budget, lettre de cadrage.',
    isAlwaysOn: false,
  },
  requests: {
    label: 'Démarches',
    hint: 'Demandes reçues, à compléter, décidées ; messages.',
    isAlwaysOn: false,
  },
  reports: {
    label: 'Signalements',
    hint: 'Signalements reçus, contestés.',
    isAlwaysOn: false,
  },
  sessions: {
    label: 'Sessions des commissions',
    hint: 'Invitations, rappels, annulations ; recommandations qui arrivent à échéance.',
    isAlwaysOn: false,
  },
  references: {
    label: 'Référentiels',
    hint: 'Changements à relire, renvoyés, en vigueur.',
    isAlwaysOn: false,
  },
  campaigns: {
    label: 'Campagnes de l’association',
    hint: 'Ce que l’association fait savoir à des communes choisies : solutions, ressources, événements.',
    isAlwaysOn: false,
  },
  digest: {
    label: 'Résumé de la semaine',
    hint: 'Le lundi, ce qui est nouveau pour vous ; rien quand rien n’est nouveau. Par e-mail seulement.',
    isAlwaysOn: false,
  },
  awareness: {
    label: 'Sensibilisation',
    hint: 'Ressources à relire, à accepter, publiées.',
    isAlwaysOn: false,
  },
  reminders: { label: 'Rappels', hint: 'Échéances qui approchent.', isAlwaysOn: false },
} as const

export type Topic = keyof typeof topics
export const topicNames = Object.keys(topics) as Topic[]
export const channels = ['email', 'sms'] as const
export type Channel = (typeof channels)[number]

/** Too long for a telephone. */
const byEmailOnly: readonly Topic[] = ['digest']

export function listChannels(topic: Topic): readonly Channel[] {
  return byEmailOnly.includes(topic) ? ['email'] : channels
}

/**
 * The mechanisms of collaboration (« mécanismes »), declared: who acts, in what order, with what paper. Limits of amount
 * and time and legal bases are not here: they are dated reference data that the association edits (mechanism.queries.ts).
 */

export const mechanisms = [
  'contact',
  'pilot',
  'quotation',
  'call',
  'groupedCall',
  'challenge',
  'tender',
] as const
export type Mechanism = (typeof mechanisms)[number]

export type Party = 'commune' | 'startup' | 'both' | 'committee' | 'association' | 'clock' | 'state'

export interface MechanismStep {
  readonly name: string
  readonly by: Party
  /** What is written and kept at this step. */
  readonly paper?: string
}

export interface MechanismDefinition {
  readonly title: string
  readonly purpose: string
  readonly suits: string
  readonly steps: readonly MechanismStep[]
}

const published: MechanismStep = { name: 'Besoin publié', by: 'commune', paper: 'Fiche de besoin' }
const agreement: MechanismStep = { name: 'Convention', by: 'both', paper: 'Convention signée' }
const callSteps: readonly MechanismStep[] = [
  published,
  { name: 'Publication', by: 'commune', paper: 'Appel' },
  { name: 'Questions et additifs', by: 'both', paper: 'Additif' },
  { name: 'Propositions scellées', by: 'startup', paper: 'Récépissé' },
  { name: 'Date limite', by: 'clock' },
  { name: 'Ouverture', by: 'committee', paper: 'Procès-verbal d’ouverture' },
  { name: 'Notes et consensus', by: 'committee', paper: 'Rapport d’évaluation' },
  { name: 'Décision', by: 'commune', paper: 'Avis d’attribution, lettres motivées' },
  { name: 'Délai d’attente', by: 'clock' },
  agreement,
]

export const mechanismDefinitions: Readonly<Record<Mechanism, MechanismDefinition>> = {
  contact: {
    title: 'Mise en relation et démonstration',
    purpose: 'Voir une solution à l’œuvre, sans engagement, avant de choisir comment continuer.',
    suits: 'Le besoin est clair, l’offre est mal connue, rien n’est encore à payer.',
    steps: [
      published,
      { name: 'Message et dates', by: 'commune' },
      { name: 'Réponse', by: 'startup' },
      { name: 'Démonstration', by: 'both' },
      { name: 'Suite donnée', by: 'commune' },
    ],
  },
  pilot: {
    title: 'Expérimentation',
    purpose:
      'Essayer une solution pour de vrai, dans des bornes de temps et d’argent fixées d’avance.',
    suits:
      'La solution est jeune ou nouvelle pour la commune, et un petit périmètre suffit pour juger.',
    steps: [
      published,
      { name: 'Critères de réussite', by: 'commune', paper: 'Fiche d’expérimentation' },
      { name: 'Accord', by: 'startup' },
      { name: 'Essai et suivi', by: 'both', paper: 'Notes de suivi' },
      { name: 'Évaluation', by: 'commune', paper: 'Évaluation' },
      { name: 'Adopter, prolonger ou arrêter', by: 'commune', paper: 'Fiche de réutilisation' },
    ],
  },
  quotation: {
    title: 'Demande de cotation',
    purpose: 'Comparer des offres pour un achat courant et bien décrit.',
    suits: 'Plusieurs solutions confirmées existent, et le montant est petit.',
    steps: callSteps,
  },
  call: {
    title: 'Appel à solutions',
    purpose: 'Mettre des solutions en concurrence sur un problème, la meilleure réponse l’emporte.',
    suits: 'Le problème est clair et plusieurs réponses sont possibles.',
    steps: callSteps,
  },
  groupedCall: {
    title: 'Appel groupé',
    purpose:
      'Un seul appel pour plusieurs communes qui ont le même besoin ; chacune dit si elle retient le résultat.',
    suits: 'D’autres communes ont rejoint le besoin.',
    steps: [
      ...callSteps.slice(0, -2),
      { name: 'Choix de chaque commune', by: 'commune' },
      ...callSteps.slice(-2),
    ],
  },
  challenge: {
    title: 'Défi',
    purpose: 'Faire naître une réponse qui n’existe pas encore.',
    suits: 'Aucune solution vérifiée ne répond au besoin.',
    steps: callSteps,
  },
  tender: {
    title: 'Dossier remis à la commande publique',
    purpose: 'Remettre au système de l’État un dossier complet pour un marché formel.',
    suits: 'Le montant dépasse ce que les autres mécanismes permettent.',
    steps: [
      published,
      { name: 'Préparation du dossier', by: 'commune', paper: 'Dossier de consultation' },
      { name: 'Remise à la PRMP', by: 'commune', paper: 'Bordereau de remise' },
      { name: 'Procédure formelle', by: 'state' },
      { name: 'Résultat reporté', by: 'commune' },
    ],
  },
}

export function isMechanism(value: string): value is Mechanism {
  return mechanisms.some((mechanism) => mechanism === value)
}

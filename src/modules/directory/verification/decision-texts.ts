/** The words of each decision of the association. */
import type { Decision } from './verification.workflow.ts'

interface DecisionTexts {
  readonly path: string
  readonly title: string
  readonly submit: string
  readonly hint: string
  readonly done: string
}

export const decisionTexts: Readonly<Record<Decision, DecisionTexts>> = {
  verify: {
    path: 'verifier',
    title: 'Vérifier',
    submit: 'Vérifier et publier',
    hint: 'La fiche devient publique. Chaque point contrôlé est inscrit dans l’historique.',
    done: 'Le dossier est vérifié. La startup est prévenue.',
  },
  requestEdits: {
    path: 'demander-des-corrections',
    title: 'Demander des corrections',
    submit: 'Demander les corrections',
    hint: 'La startup recevra ce texte tel quel : dites ce qu’il faut corriger, et comment.',
    done: 'Les corrections sont demandées. La startup est prévenue.',
  },
  reject: {
    path: 'refuser',
    title: 'Refuser',
    submit: 'Refuser le dossier',
    hint: 'La startup recevra ce texte tel quel. Elle pourra rouvrir le dossier.',
    done: 'Le dossier est refusé. La startup est prévenue.',
  },
  suspend: {
    path: 'suspendre',
    title: 'Suspendre',
    submit: 'Suspendre la fiche',
    hint: 'La fiche quitte aussitôt les pages publiques. La startup recevra ce texte tel quel.',
    done: 'La fiche est suspendue. La startup est prévenue.',
  },
  reinstate: {
    path: 'retablir',
    title: 'Rétablir',
    submit: 'Rétablir la fiche',
    hint: 'Dites ce qui a changé : ce texte reste dans l’historique.',
    done: 'La fiche est rétablie. La startup est prévenue.',
  },
}

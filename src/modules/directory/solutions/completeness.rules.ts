/** What a solution's file must say before the association is asked to verify it. */
import type { Section } from './sections/section.schema.ts'
import type { Solution, SolutionFile } from './solution.schema.ts'

export interface MissingAnswer {
  readonly section: Section
  readonly field: keyof Solution & string
  readonly message: string
}

interface Requirement extends MissingAnswer {
  readonly isMet: (solution: Solution) => boolean
}

const requirements: readonly Requirement[] = [
  {
    section: 'presentation',
    field: 'summary',
    message: 'Résumez la solution en 40 caractères au moins.',
    isMet: ({ summary }) => summary.length >= 40,
  },
  {
    section: 'presentation',
    field: 'problem',
    message: 'Dites quel problème elle résout, en 80 caractères au moins.',
    isMet: ({ problem }) => problem.length >= 80,
  },
  {
    section: 'presentation',
    field: 'domains',
    message: 'Choisissez au moins un domaine.',
    isMet: ({ domains }) => domains.length > 0,
  },
  {
    section: 'fonctions',
    field: 'description',
    message: 'Décrivez ses fonctions en 100 caractères au moins.',
    isMet: ({ description }) => description.length >= 100,
  },
  {
    section: 'fonctions',
    field: 'languages',
    message: 'Indiquez au moins une langue.',
    isMet: ({ languages }) => languages.length > 0,
  },
  {
    section: 'prix',
    field: 'priceNote',
    message: 'Donnez un prix, ou dites pourquoi il est sur devis.',
    isMet: ({ priceSetup, priceYearly, pricePerInhabitant, pricePerUser, priceNote }) =>
      [priceSetup, priceYearly, pricePerInhabitant, pricePerUser].some((price) => price !== null) ||
      priceNote.length >= 20,
  },
  {
    section: 'hebergement',
    field: 'hostingPlace',
    message: 'Dites où les données sont hébergées.',
    isMet: ({ hostingPlace }) => hostingPlace.length > 0,
  },
  {
    section: 'hebergement',
    field: 'apdpNumber',
    message: 'Indiquez le numéro de la déclaration ou de l’autorisation de l’APDP.',
    isMet: ({ apdpStatus, apdpNumber }) =>
      (apdpStatus !== 'declared' && apdpStatus !== 'authorised') || Boolean(apdpNumber),
  },
  {
    section: 'reversibilite',
    field: 'reversibility',
    message: 'Dites comment une commune récupère ses données et s’en va.',
    isMet: ({ reversibility }) => reversibility.length >= 40,
  },
  {
    section: 'reversibilite',
    field: 'support',
    message: 'Décrivez le support : canaux, horaires, délais.',
    isMet: ({ support }) => support.length >= 20,
  },
]

export function listMissingAnswers(solution: Solution): MissingAnswer[] {
  return requirements
    .filter(({ isMet }) => !isMet(solution))
    .map(({ section, field, message }) => ({ section, field, message }))
}

/** Screenshots must say what they show: some of those who read them do not see them. */
export function hasSilentScreenshot(files: readonly SolutionFile[]): boolean {
  return files.some(({ kind, caption }) => kind === 'screenshot' && caption === '')
}

export function isSolutionComplete(solution: Solution, files: readonly SolutionFile[]): boolean {
  return listMissingAnswers(solution).length === 0 && !hasSilentScreenshot(files)
}

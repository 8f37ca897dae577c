/** What a need must say before it may be approved, step by step. */
import { type Need, type NeedSection, needSections, needStepInputs } from './need.schema.ts'

export interface MissingAnswer {
  readonly section: NeedSection
  readonly field: keyof Need & string
  readonly message: string
}

interface Requirement extends MissingAnswer {
  readonly isMet: (need: Need) => boolean
}

const requirements: readonly Requirement[] = [
  {
    section: 'problem',
    field: 'title',
    message: 'Donnez un titre d’au moins dix caractères.',
    isMet: ({ title }) => title.length >= 10,
  },
  {
    section: 'problem',
    field: 'problem',
    message: 'Décrivez le problème en 80 caractères au moins.',
    isMet: ({ problem }) => problem.length >= 80,
  },
  {
    section: 'problem',
    field: 'currentSituation',
    message: 'Dites comment vous faites aujourd’hui.',
    isMet: ({ currentSituation }) => currentSituation.length >= 20,
  },
  {
    section: 'people',
    field: 'beneficiaries',
    message: 'Dites qui est concerné.',
    isMet: ({ beneficiaries }) => beneficiaries.length > 0,
  },
  {
    section: 'people',
    field: 'expectedOutcome',
    message: 'Dites le résultat attendu en 40 caractères au moins.',
    isMet: ({ expectedOutcome }) => expectedOutcome.length >= 40,
  },
  {
    section: 'scope',
    field: 'domains',
    message: 'Choisissez au moins un domaine.',
    isMet: ({ domains }) => domains.length > 0,
  },
  {
    section: 'constraints',
    field: 'languages',
    message: 'Choisissez au moins une langue.',
    isMet: ({ languages }) => languages.length > 0,
  },
  {
    section: 'means',
    field: 'budgetSource',
    message: 'Indiquez un budget, ou d’où l’argent pourrait venir.',
    isMet: ({ budgetMin, budgetMax, budgetSource }) =>
      budgetMin !== null || budgetMax !== null || budgetSource.length > 0,
  },
]

export function listMissing(need: Need): MissingAnswer[] {
  return requirements
    .filter(({ isMet }) => !isMet(need))
    .map(({ section, field, message }) => ({ section, field, message }))
}

/** The step that asks for a field. */
export function findSectionOf(field: string): NeedSection {
  return needSections.find((section) => field in needStepInputs[section].shape) ?? 'problem'
}

/** What a call must say before it may be reviewed and published, step by step. */
import type { CallSection, FullCall } from './call.schema.ts'

export interface MissingPart {
  readonly section: CallSection
  readonly field: string
  readonly message: string
}

interface Requirement extends MissingPart {
  readonly isMet: (full: FullCall) => boolean
}

const requirements: readonly Requirement[] = [
  {
    section: 'object',
    field: 'title',
    message: 'Donnez un titre d’au moins dix caractères.',
    isMet: ({ call }) => call.title.length >= 10,
  },
  {
    section: 'object',
    field: 'purpose',
    message: 'Dites l’objet de l’appel en 80 caractères au moins.',
    isMet: ({ call }) => call.purpose.length >= 80,
  },
  {
    section: 'object',
    field: 'requirements',
    message: 'Dites ce que la réponse doit contenir et respecter.',
    isMet: ({ call }) => call.requirements.length >= 40,
  },
  {
    section: 'lots',
    field: 'title1',
    message: 'Nommez au moins un lot.',
    isMet: ({ lots }) => lots.length > 0,
  },
  {
    section: 'criteria',
    field: 'label1',
    message: 'Donnez au moins deux critères, dont un de qualité.',
    isMet: ({ criteria }) =>
      criteria.length >= 2 && criteria.some(({ kind }) => kind === 'quality'),
  },
  {
    section: 'criteria',
    field: 'weight1',
    message: 'Les poids des critères font 100 ensemble.',
    isMet: ({ criteria }) => sumWeights(criteria) === 100,
  },
  {
    section: 'criteria',
    field: 'guidance1',
    message: 'Dites, pour chaque critère de qualité, ce qui donne de bonnes notes.',
    isMet: ({ criteria }) =>
      criteria.every(({ kind, guidance }) => kind === 'price' || guidance.length >= 10),
  },
  {
    section: 'calendar',
    field: 'questionsUntil',
    message: 'Fixez la fin des questions.',
    isMet: ({ call }) => call.questionsUntil !== null,
  },
  {
    section: 'calendar',
    field: 'deadline',
    message: 'Fixez la date limite, après la fin des questions.',
    isMet: ({ call: { deadline, questionsUntil } }) =>
      deadline !== null && questionsUntil !== null && questionsUntil < deadline,
  },
]

export function listMissingParts(full: FullCall): MissingPart[] {
  return requirements
    .filter(({ isMet }) => !isMet(full))
    .map(({ section, field, message }) => ({ section, field, message }))
}

export function sumWeights(criteria: readonly { readonly weight: number }[]): number {
  return criteria.reduce((sum, { weight }) => sum + weight, 0)
}

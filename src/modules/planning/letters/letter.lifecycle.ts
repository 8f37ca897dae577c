/** How a letter's status is kept, in the journal of its commune. */
import type { Lifecycle } from '#platform/lifecycle.ts'
import { letterPolicy } from './letter.policy.ts'
import type { Letter } from './letter.schema.ts'
import {
  type LetterFact,
  type LetterStatus,
  type LetterStep,
  letterWorkflow,
} from './letter.workflow.ts'

export const letterLifecycle: Lifecycle<Letter, LetterStatus, LetterStep, LetterFact> = {
  kind: 'letter',
  table: 'planning.letter',
  historyTable: 'planning.letterEvent',
  workflow: letterWorkflow,
  policy: letterPolicy,
  historyOf: ({ id, communeId }) => ({ letterId: id, communeId }),
  journalOf: ({ communeId }) => communeId,
  missing: {
    isComplete: 'Complétez d’abord la lettre : ses parties, un plafond, des lignes justifiées.',
    linesFitCeilings: 'Les lignes numériques d’un service dépassent le plafond qui lui est donné.',
    signatoryIsEntitled:
      'Le maire signe ; le secrétaire exécutif signe quand un acte du maire le lui délègue.',
    noOtherIsSigned:
      'Une lettre est déjà signée pour cette année : préparez une lettre rectificative.',
    reasonIsGiven: 'Indiquez le motif : il sera gardé.',
  },
}

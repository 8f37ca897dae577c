/** A commune's lettre de cadrage for a budget year, with its sections, digital lines, ceilings and dates, as stored. */
import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { Tables } from '#platform/database.ts'
import { fields } from '#platform/web.ts'
import type { LetterStatus } from './letter.workflow.ts'

export type Letter = Omit<Selectable<Tables['planning.letter']>, 'status'> & {
  readonly status: LetterStatus
}

export const sectionKeys = [
  'context',
  'priorities',
  'ceilings',
  'digital',
  'calendar',
  'instructions',
] as const
export type SectionKey = (typeof sectionKeys)[number]

export type LetterSection = Omit<Selectable<Tables['planning.letterSection']>, 'key'> & {
  readonly key: SectionKey
}

export const budgetSections = ['investment', 'running'] as const
export type BudgetSection = (typeof budgetSections)[number]

export type LetterLine = Omit<Selectable<Tables['planning.letterLine']>, 'section'> & {
  readonly section: BudgetSection
}
export type LetterCeiling = Selectable<Tables['planning.letterCeiling']>
export type LetterDate = Selectable<Tables['planning.letterDate']>
export type LetterSignature = Omit<Selectable<Tables['planning.letterSignature']>, 'means'> & {
  readonly means: 'code' | 'passkey' | 'paper'
}
export type LetterDelegation = Selectable<Tables['planning.letterDelegation']>

export interface FullLetter {
  readonly letter: Letter
  readonly sections: readonly LetterSection[]
  readonly lines: readonly LetterLine[]
  readonly ceilings: readonly LetterCeiling[]
  readonly dates: readonly LetterDate[]
  readonly signature: LetterSignature | null
}

export const EditSection = z.object({
  title: fields.text({ max: 200, missing: 'Donnez un titre à cette partie' }),
  body: fields.text({ max: 10_000, missing: 'Écrivez cette partie' }),
  version: fields.version(),
})

export const EditHead = z.object({
  addressees: fields.text({ max: 300, missing: 'Dites à qui la lettre s’adresse' }),
  signatory: fields.text({ max: 120, missing: 'Dites qui signe' }),
  version: fields.version(),
})

export const StartLetter = z.object({
  year: fields.integer(2020, 2100),
})

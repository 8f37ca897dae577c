/**
 * A list that the association keeps for everybody, as the module that holds it declares it: what an entry says, what is in force,
 * how a version of it is written, and what uses it. Governance proposes, reviews and applies changes; nobody else writes these lists.
 */
import type { z } from 'zod'
import type { Db } from './database.ts'

export type ReferenceContent = Readonly<Record<string, string | number | boolean | null>>

export interface ReferenceField {
  readonly label: string
  readonly hint?: string
  readonly kind: 'text' | 'longText' | 'money' | 'days' | 'number' | 'box' | 'choice'
  /** For a choice: what each value is called. */
  readonly options?: Readonly<Record<string, string>>
  /** Said where nothing is given. */
  readonly empty?: string
  readonly isOptional?: boolean
  readonly input: z.ZodType
}

export interface ReferenceEntry {
  readonly key: string
  readonly label: string
  readonly content: ReferenceContent
  /** The first day this version of it holds; null when nobody knows. */
  readonly validFrom: string | null
  /** The last day; null while it holds. */
  readonly validUntil: string | null
  readonly source: string
}

/** A version that takes effect today, or the end of an entry. */
export interface AppliedChange {
  readonly kind: 'add' | 'revise' | 'end'
  readonly key: string
  /** What the entry now holds; when it ends, what it held. */
  readonly content: ReferenceContent
  /** The first day of the version, or the first day without the entry. */
  readonly takesEffectOn: string
  readonly source: string
  readonly reason: string
  readonly byPersonId: string
}

/** What works with an entry today, such as « 3 appels en préparation ». */
export interface ReferenceUse {
  readonly text: string
  readonly count: number
}

export interface ReferenceList {
  /** As it stands in addresses. */
  readonly code: string
  readonly title: string
  /** What it decides, for whom. */
  readonly governs: string
  /** What was begun under an earlier version, and stays under it. */
  readonly keeps: string
  /** Where the list as delivered comes from, and when it was written. */
  readonly source: string
  readonly sourceDate: string
  readonly fields: Readonly<Record<string, ReferenceField>>
  /** What is wrong between the fields of an entry: field name to message; null when nothing is. */
  readonly findFaults?: (content: ReferenceContent) => Record<string, string> | null
  readonly mayGrow: boolean
  readonly mayEnd: (key: string) => boolean
  readonly listEntries: (db: Db, today: string) => Promise<readonly ReferenceEntry[]>
  readonly countUses: (db: Db, key: string) => Promise<readonly ReferenceUse[]>
  /** The changes of one day together: a text takes them in one new version. */
  readonly apply: (db: Db, changes: readonly AppliedChange[], now: Date) => Promise<void>
}

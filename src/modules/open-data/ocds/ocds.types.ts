/** The parts of an Open Contracting release (OCDS 1.1.5) that Cauri fills, and their generic form, which merging reads. */

export type Json = string | number | boolean | null | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [key: string]: Json | undefined
}

export const releaseTags = [
  'planning',
  'planningUpdate',
  'tender',
  'tenderAmendment',
  'tenderUpdate',
  'tenderCancellation',
  'award',
  'awardUpdate',
  'awardCancellation',
  'contract',
  'contractUpdate',
  'contractAmendment',
  'implementation',
  'implementationUpdate',
  'contractTermination',
] as const
export type ReleaseTag = (typeof releaseTags)[number]

export const stages = ['planning', 'tender', 'award', 'contract', 'implementation'] as const
export type Stage = (typeof stages)[number]

/** What a release says, without what names it: identifier, date and tags. */
export type State = JsonObject

/** A release as it is kept: its identifiers still lack the publisher's prefix, its addresses the site's. */
export interface KeptRelease {
  readonly id: string
  readonly reference: string
  readonly date: Date
  readonly tag: readonly ReleaseTag[]
  readonly body: State
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

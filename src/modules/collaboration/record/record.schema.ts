/** The public record: what the law and the framework let everybody see of each process, from the need to its closing. */

/** What may happen in a process, in the order in which it usually does. */
export const factKinds = [
  'need.publish',
  'call.publish',
  'call.amend',
  'call.open',
  'call.award',
  'call.notAward',
  'call.reconsider',
  'call.unsuccessful',
  'call.cancel',
  'pilot.adopt',
  'pilot.extend',
  'pilot.stop',
  'tender.handOver',
  'tender.award',
  'tender.unsuccessful',
  'tender.cancel',
  'agreement.sign',
  'agreement.amend',
  'agreement.suspend',
  'agreement.resume',
  'agreement.terminate',
  'agreement.end',
  'project.start',
  'project.close',
] as const

export type FactKind = (typeof factKinds)[number]

export interface Fact {
  /** The need that everything began with; else the agreement, or the project opened by hand. */
  readonly processId: string
  readonly kind: FactKind
  readonly subjectId: string
  readonly reference: string
  readonly title: string
  readonly occurredAt: Date
  readonly communeId: string
  readonly startupId: string | null
  /** In FCFA: asked, awarded, signed; what an amendment adds or takes away. */
  readonly amount: number | null
  /** The reason, or who was retained outside of the platform. */
  readonly note: string | null
}

export interface RecordFilter {
  /** Of the facts, in Porto-Novo. */
  readonly year: number | null
  readonly communeId: string | null
  readonly startupId: string | null
}

export interface Process {
  readonly processId: string
  readonly reference: string
  readonly title: string
  readonly communeId: string
  readonly startupIds: readonly string[]
  readonly lastKind: FactKind
  readonly lastAt: Date
  /** Signed, amendments included; else awarded. */
  readonly amount: number | null
}

/** Counts, and amounts in FCFA. */
export interface Totals {
  readonly needs: number
  readonly calls: number
  readonly awards: number
  readonly awarded: number
  readonly pilots: number
  readonly agreements: number
  readonly signed: number
  readonly projects: number
  readonly closed: number
}

export const totalKeys = [
  'needs',
  'calls',
  'awards',
  'awarded',
  'pilots',
  'agreements',
  'signed',
  'projects',
  'closed',
] as const satisfies readonly (keyof Totals)[]

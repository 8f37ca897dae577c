/** All that everybody may see of one process, each fact with the moment it became visible. No person, nothing sealed, no draft. */

export interface Dated {
  readonly step: string
  readonly toStatus: string
  readonly occurredAt: Date
}

export interface PublicNeed {
  readonly reference: string
  readonly communeId: string
  /** False once its commune took it back: only that it existed is still told. */
  readonly isPublic: boolean
  readonly publishedAt: Date
  readonly takenBackAt: Date | null
  readonly metAt: Date | null
  readonly title: string
  readonly problem: string
  readonly expectedOutcome: string
  readonly budgetMin: number | null
  readonly budgetMax: number | null
  readonly budgetSource: string
  readonly wantedBy: string | null
  readonly joiners: readonly { readonly communeId: string; readonly joinedAt: Date }[]
}

export interface PublicLot {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly amount: number | null
}

export interface PublicAddendum {
  readonly number: number
  readonly reason: string
  readonly publishedAt: Date
  readonly deadlineBefore: Date
  readonly deadlineAfter: Date
}

export interface PublicAward {
  readonly id: string
  readonly lotId: string
  readonly startupId: string | null
  readonly amount: number | null
  readonly reason: string
  readonly decidedAt: Date
  /** How many proposals were judged for the lot, and how many reached the minimum. */
  readonly bids: number
  readonly validBids: number
}

export interface PublicCall {
  readonly id: string
  readonly reference: string
  readonly title: string
  readonly purpose: string
  readonly requirements: string
  readonly mechanism: string
  readonly communeId: string
  readonly partyIds: readonly string[]
  /** Null while the commune keeps its budget to itself. */
  readonly budgetMin: number | null
  readonly budgetMax: number | null
  readonly publishedAt: Date
  readonly questionsUntil: Date | null
  readonly deadline: Date | null
  readonly lots: readonly PublicLot[]
  readonly criteria: readonly { readonly label: string; readonly weight: number }[]
  readonly addenda: readonly PublicAddendum[]
  readonly events: readonly Dated[]
  readonly awards: readonly PublicAward[]
}

export interface PublicTender {
  readonly reference: string
  readonly title: string
  readonly purpose: string
  readonly requirements: string
  readonly nature: string | null
  readonly communeId: string
  readonly estimate: number | null
  readonly handedOverAt: Date
  readonly lots: readonly PublicLot[]
  /** awarded, unsuccessful or cancelled, once the result is known. */
  readonly result: string | null
  readonly decidedOn: string | null
  readonly awardedTo: string
  readonly awardedAmount: number | null
  readonly events: readonly Dated[]
}

export interface PublicPilot {
  readonly reference: string
  readonly title: string
  readonly status: string
  readonly decidedAt: Date
}

export interface PublicAmendment {
  readonly number: number
  readonly reason: string
  readonly signedAt: Date
  /** What it adds or takes away. */
  readonly change: number
}

export interface PublicAgreement {
  readonly id: string
  readonly reference: string
  readonly title: string
  readonly communeId: string
  readonly startupId: string
  /** The award it comes from, when it comes from a call. */
  readonly awardId: string | null
  readonly signedAt: Date
  /** As first signed. */
  readonly amount: number
  readonly amendments: readonly PublicAmendment[]
  readonly events: readonly Dated[]
}

export interface PublicMilestone {
  readonly id: string
  readonly title: string
  readonly position: number
  readonly dueOn: string
  readonly paidOn: string | null
  readonly paidAmount: number | null
  readonly events: readonly Dated[]
}

export interface PublicProject {
  readonly reference: string
  readonly title: string
  readonly summary: string
  readonly communeId: string
  readonly startupId: string | null
  /** How whoever delivers is called, when not in the directory. */
  readonly contractor: string
  readonly agreementId: string | null
  readonly amount: number
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly startedAt: Date
  readonly events: readonly Dated[]
  readonly milestones: readonly PublicMilestone[]
}

export interface Dossier {
  /** The need that everything began with; else the agreement, or the project opened by hand. */
  readonly processId: string
  readonly need: PublicNeed | null
  readonly calls: readonly PublicCall[]
  readonly tenders: readonly PublicTender[]
  readonly pilots: readonly PublicPilot[]
  readonly agreements: readonly PublicAgreement[]
  readonly projects: readonly PublicProject[]
}

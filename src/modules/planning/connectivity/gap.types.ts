/** What the gap of a commune's connectivity says to whoever plans with it: the master plan, the lettre de cadrage, the pages. */

export interface SiteGap {
  readonly siteId: string
  readonly siteName: string
  readonly siteKind: string
  readonly measuredDownKbps: number | null
  readonly requiredDownKbps: number
  /** Null: unknown, for want of a recent measurement. */
  readonly isMet: boolean | null
  /** In whole FCFA; zero where nothing has to be closed. */
  readonly setUpCost: number
  readonly yearlyCost: number
  /** In French words. */
  readonly reason: string
}

export interface ConnectivityGap {
  readonly communeId: string
  readonly sites: readonly SiteGap[]
  readonly unmet: number
  readonly unknown: number
  readonly setUpCost: number
  readonly yearlyCost: number
  readonly costOverThreeYears: number
  /** The assumptions the costs stand on, in French words, each « à confirmer » until the association confirms it. */
  readonly assumptions: readonly string[]
}

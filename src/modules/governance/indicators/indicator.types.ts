/** What an indicator is made of: its definition, what communes add to it, and its value for a commune or for several. */

/** How the figures of several communes make one: the sum of the parts over that of the wholes, in per cent or not; a sum; a median. */
export type Method = 'share' | 'ratio' | 'sum' | 'median'
export type Unit = 'percent' | 'level' | 'days' | 'count' | 'ratio'

export type Theme = 'services' | 'maturity' | 'budget' | 'matching' | 'startups' | 'governance'

export interface Definition {
  readonly label: string
  readonly theme: Theme
  readonly explanation: string
  readonly formula: string
  /** What the value was counted over, from {part} and {whole}; null where the value says it all. */
  readonly basis: string | null
  /** The records it is counted from, and the page where they are read. */
  readonly origin: string
  readonly href: string
  readonly unit: Unit
  readonly method: Method
  /** What is better: more of it, or less; null where neither is. */
  readonly better: 'more' | 'less' | null
  /** Its facts carry their days: it can be counted as of a day that is past. */
  readonly isDated: boolean
  /** Parts and wholes are FCFA. */
  readonly isMoney?: boolean
  /** Of one commune, it is so or it is not. */
  readonly isYesNo?: boolean
  /** Told for the country alone. */
  readonly isNational?: boolean
}

/** What one commune, or one process of it, adds to an indicator on a day. Of a median, the part is what is ranked. */
export interface Addition {
  /** Null for what belongs to no commune. */
  readonly communeId: string | null
  readonly part: number
  readonly whole: number
}

/** A value and what it was counted from; the numerator of a median is not told. */
export interface Value {
  readonly value: number
  readonly numerator: number | null
  readonly denominator: number | null
}

/** Whose value it is: a commune's; else a department's or a category's, by its code; the country's when that is empty. */
export interface Scope {
  readonly groupKey: string
  readonly communeId: string | null
}

export interface Place {
  readonly id: string
  readonly departmentCode: string
  readonly category: string
}

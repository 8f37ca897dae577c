/** A paper ready to print: every figure written out, every heading with its level. All renderers start from here. */
import type { Picture, Room, Tone } from './model.types.ts'

export interface Run {
  readonly text: string
  readonly style?: 'strong' | 'emphasis'
}
export type Line = readonly Run[]

export interface LaidColumn {
  readonly label: string
  readonly align: 'left' | 'right'
  /** Share of the width; null takes what its content needs. */
  readonly width: number | null
}

export interface LaidTable {
  readonly kind: 'table'
  readonly caption: string | null
  readonly columns: readonly LaidColumn[]
  readonly rows: readonly (readonly Line[])[]
  readonly total: readonly Line[] | null
  readonly whenEmpty: string
}

export type CalendarMark = 'work' | 'service' | 'none'

export interface LaidCalendar {
  readonly kind: 'calendar'
  readonly columns: readonly string[]
  readonly rows: readonly { readonly label: Line; readonly marks: readonly CalendarMark[] }[]
  readonly legend: string | null
}

export interface LaidQuestion {
  readonly kind: 'question'
  readonly label: string
  readonly note: string | null
  readonly room: Room
}

export interface LaidHeading {
  readonly kind: 'heading'
  readonly level: number
  readonly text: string
}

export interface LaidSignatory {
  readonly capacity: string
  readonly name: string | null
  readonly evidence: string | null
}

export type LaidBlock =
  | LaidHeading
  | { readonly kind: 'paragraph'; readonly line: Line }
  | { readonly kind: 'list'; readonly isNumbered: boolean; readonly items: readonly Line[] }
  | {
      readonly kind: 'facts'
      readonly items: readonly { readonly term: string; readonly value: Line }[]
    }
  | LaidTable
  | {
      readonly kind: 'notice'
      readonly tone: Tone
      readonly title: string
      readonly blocks: readonly LaidBlock[]
    }
  | {
      readonly kind: 'signatures'
      readonly intro: string | null
      readonly signatories: readonly LaidSignatory[]
    }
  | { readonly kind: 'pageBreak' }
  /** The headings it lists, for those who print it without knowing their pages. */
  | { readonly kind: 'contents'; readonly headings: readonly LaidHeading[] }
  | LaidCalendar
  | LaidQuestion

export interface LaidDocument {
  /** « République du Bénin » when the paper is a commune's. */
  readonly state: string | null
  /** The lines under it: the department, or what an organisation says of itself. */
  readonly lines: readonly string[]
  readonly issuer: string
  readonly emblem: Picture | null
  readonly mention: string | null
  readonly kicker: string
  readonly title: string
  readonly subtitle: string | null
  readonly reference: string
  readonly date: string
  /** YYYY-MM-DD, for the properties of the file. */
  readonly day: string
  readonly verification: LaidVerification | null
  readonly blocks: readonly LaidBlock[]
}

export interface LaidVerification {
  readonly code: string
  readonly url: string
  readonly sealed?: string
  /** The address without the code, as one types it. */
  readonly typed: string
}

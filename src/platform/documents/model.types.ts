/** What a paper says, whatever it is printed with: pure data. `blocks.ts` writes it in few words. */

/** Words with light emphasis; a plain string is the usual case. */
export type Text = string | readonly Run[]
export type Run = string | { readonly strong: string } | { readonly emphasis: string }

/** `money` is whole FCFA, `date` an ISO day or a moment, `year` a number that is not cut by thousands; empty values show as a dash. */
export type ColumnKind =
  | 'text'
  | 'number'
  | 'decimal'
  | 'money'
  | 'percent'
  | 'year'
  | 'date'
  | 'time'
export type Cell = Text | number | Date | null

export interface Column {
  readonly label: string
  readonly kind?: ColumnKind
  /** Share of the width, beside the others'; by its kind when left out. */
  readonly width?: number
}

export interface Table {
  readonly kind: 'table'
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
  /** The last line, set apart. */
  readonly total?: readonly Cell[]
  readonly caption?: string
  /** Said when there is no row. */
  readonly whenEmpty?: string
}

/** Work placed in periods (years, months): filled where it is done, a line where its service goes on. */
export interface Calendar {
  readonly kind: 'calendar'
  readonly columns: readonly string[]
  readonly rows: readonly CalendarRow[]
  readonly legend?: string
}

export interface CalendarRow {
  readonly label: Text
  /** Places among the columns, from 0. */
  readonly from: number
  readonly to: number
  readonly goesOn: boolean
}

export interface Signatory {
  /** « Pour la commune, le maire » */
  readonly capacity: string
  readonly name?: string
  /** « Signé le 23 novembre 2026 par code à usage unique »; room for a pen and a stamp when left out. */
  readonly evidence?: string
}

/** Room for a pen: lines to write on, boxes to tick, one cell for each sign, a frame to sign or to draw in. */
export type Room =
  | { readonly kind: 'lines'; readonly count: number }
  | { readonly kind: 'boxes'; readonly choices: readonly string[] }
  /** « 2, 2, 4 » for a day. */
  | { readonly kind: 'cells'; readonly groups: readonly number[] }
  | { readonly kind: 'frame' }

/** Answered by hand. */
export interface Question {
  readonly kind: 'question'
  readonly label: string
  readonly note?: string
  readonly room: Room
}

export type Tone = 'info' | 'warning'

export type Block =
  | { readonly kind: 'paragraph'; readonly text: Text }
  | { readonly kind: 'list'; readonly isNumbered: boolean; readonly items: readonly Text[] }
  | { readonly kind: 'facts'; readonly items: readonly (readonly [term: string, value: Text])[] }
  | Table
  | {
      readonly kind: 'notice'
      readonly tone: Tone
      readonly title: string
      readonly blocks: readonly Block[]
    }
  | { readonly kind: 'section'; readonly heading: string; readonly blocks: readonly Block[] }
  | {
      readonly kind: 'article'
      readonly number: number
      readonly title: string
      readonly blocks: readonly Block[]
    }
  | {
      readonly kind: 'signatures'
      /** « Fait à Houéyogbé, le … » is printed when the place is given; the date stays to be written when left out. */
      readonly place?: string
      readonly day?: string | Date
      readonly signatories: readonly Signatory[]
    }
  | { readonly kind: 'pageBreak' }
  /** The table of contents: pages in the PDF; in Word, a field that it brings up to date. */
  | { readonly kind: 'contents' }
  | Calendar
  | Question

export interface Picture {
  readonly bytes: Buffer
  readonly mediaType: 'image/png' | 'image/jpeg'
}

export type Issuer =
  | {
      readonly kind: 'commune'
      readonly name: string
      readonly department: string
      readonly emblem?: Picture
    }
  | {
      readonly kind: 'organisation'
      readonly name: string
      /** An address, a registration number: one line each. */
      readonly lines?: readonly string[]
      readonly emblem?: Picture
    }

/** Where whoever holds the paper can check it. */
export interface Verification {
  /** As shown: « ACDEF-HJKMN ». */
  readonly code: string
  readonly url: string
  /** What the large square at the end says, signed: the paper is checked without a network. */
  readonly sealed?: string
}

export interface DocumentModel {
  readonly issuer: Issuer
  /** What kind of paper it is: « Procès-verbal d’ouverture ». */
  readonly kicker: string
  readonly title: string
  readonly subtitle?: string
  readonly reference: string
  readonly date: string | Date
  /** Printed across the head: « Projet », « Copie de travail ». */
  readonly mention?: string
  readonly body: readonly Block[]
  readonly verification?: Verification
}

/** A procedure as data: what a commune asks, of whom it is asked, what it costs, who receives it, and by when it is answered. */

/** A condition on earlier answers. A field that is hidden counts as not answered. */
export type Condition =
  | { readonly op: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly op: 'not'; readonly of: Condition }
  | { readonly op: 'answered'; readonly field: string }
  /** Of yes or no: true or false. */
  | { readonly op: 'is'; readonly field: string; readonly value: boolean }
  /** Of a choice: the one chosen is among these; of several: one of them at least is. */
  | { readonly op: 'chosen'; readonly field: string; readonly values: readonly string[] }
  /** Of a number or an amount. */
  | { readonly op: 'atLeast' | 'atMost'; readonly field: string; readonly value: number }
  /** Of a date, YYYY-MM-DD. */
  | { readonly op: 'before' | 'after'; readonly field: string; readonly day: string }

export interface Choice {
  readonly value: string
  readonly label: string
}

/** What every element has. Its code names it in answers and conditions, and never changes once published. */
interface Element {
  readonly code: string
  readonly label: string
  /** Shown always when left out. */
  readonly when?: Condition | undefined
}

interface Asked extends Element {
  readonly hint?: string | undefined
  readonly isRequired: boolean
}

/** What may be known of whoever asks, and need not be typed again. */
export type Prefill = 'name' | 'phone' | 'email'

export type SimpleField = Asked &
  (
    | { readonly type: 'text'; readonly maxLength?: number; readonly prefill?: Prefill }
    | { readonly type: 'longText'; readonly maxLength?: number }
    | { readonly type: 'number' | 'money'; readonly min?: number; readonly max?: number }
    | { readonly type: 'date'; readonly period?: 'past' | 'future' }
    | { readonly type: 'phone' | 'email'; readonly prefill?: Prefill }
    | { readonly type: 'npi' | 'yesNo' | 'address' | 'commune' | 'signature' | 'place' }
    | { readonly type: 'choice' | 'multipleChoice'; readonly choices: readonly Choice[] }
    /** What is offered depends on what was chosen before; nothing is asked where nothing is offered. */
    | {
        readonly type: 'dependentChoice'
        readonly dependsOn: string
        readonly choices: Readonly<Record<string, readonly Choice[]>>
      }
    /** One that shows who somebody is is erased as soon as the request is decided. */
    | {
        readonly type: 'file' | 'photo'
        readonly maxMegabytes?: number
        readonly isIdentity?: boolean
      }
  )

export type Text = Element & { readonly type: 'title' | 'explanation' }

/** The same questions, as many times as there are witnesses, children or vehicles. */
export type Block = Omit<Asked, 'isRequired'> & {
  readonly type: 'block'
  readonly fields: readonly SimpleField[]
  readonly min: number
  readonly max: number
}

export type Field = SimpleField | Block | Text
export type FieldType = Field['type']

/** One screen of the form. */
export interface FormPage extends Element {
  readonly fields: readonly Field[]
}

/** What was read somewhere; without a source, to be confirmed by the commune. */
export interface Stated {
  readonly text: string
  readonly source: string | null
}

/** One line to pay: a tariff of the commune, found by its name, times a number that was answered. */
export interface FeeLine {
  readonly tariff: string
  readonly when?: Condition | undefined
  readonly times?: string | undefined
}

/** `unknown` until the commune says; no amount is ever part of a procedure: tariffs are the council's. */
export type FeeRule =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'free' }
  | { readonly kind: 'tariffs'; readonly lines: readonly FeeLine[] }

export interface Routing {
  readonly department: string
  /** The first that holds is followed, the department above otherwise. */
  readonly exceptions: readonly { readonly when: Condition; readonly department: string }[]
}

export interface TimeLimit {
  readonly days: number
  /** Where it is written; null is the commune's own engagement, to be confirmed. */
  readonly source: string | null
  /** What silence is worth at the end, which only a text can say. */
  readonly silence?:
    | {
        readonly means: 'accepted' | 'refused'
        readonly source: string
        readonly when?: Condition | undefined
      }
    | undefined
}

/** What is given to whoever is accepted; « {askerName} » stands for an answer. */
export interface ActModel {
  readonly title: string
  readonly body: string
  /** In which capacity it is signed: « Le maire ». */
  readonly capacity: string
}

export interface Definition {
  readonly title: string
  readonly serviceCode: string
  readonly summary: string
  readonly outcome: string
  readonly documents: readonly Stated[]
  readonly regulations: readonly Stated[]
  readonly steps: readonly string[]
  readonly pages: readonly FormPage[]
  readonly fee: FeeRule
  readonly routing: Routing
  readonly timeLimit: TimeLimit | null
  readonly act?: ActModel | undefined
}

/** An answer as it is kept. What could not be read stays as it was typed, and is refused by name. */
export type Answer =
  | string
  | number
  | boolean
  | readonly string[]
  | Address
  | Place
  | Signature
  | AnswerFile
  | readonly Answers[]
  | null
export interface Answers {
  readonly [code: string]: Answer | undefined
}

export interface Address {
  readonly arrondissement: string
  readonly quartier: string
  readonly details: string
}

export interface Place {
  readonly landmark: string
  /** In degrees; what is not a number stays as it was typed. */
  readonly latitude: number | string | null
  readonly longitude: number | string | null
}

/** Whoever signs writes their name; where the screen allows, the stroke is kept beside it. */
export interface Signature {
  readonly name: string
  readonly stroke: string | null
}

export interface AnswerFile {
  readonly name: string
  readonly sha256: string
  readonly sizeBytes: number
  readonly mediaType: string
}

/** What the world says around an answer: given, so that the same answers always come to the same. */
export interface FormFacts {
  readonly today: string
  readonly communes: readonly string[]
  readonly arrondissements: readonly string[]
  /** No text found confirms it: ten by most usage seen. */
  readonly npiDigits: number
}

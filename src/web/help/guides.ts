/** What each kind of user needs to know, as questions they ask and steps that answer. */

export interface Guide {
  readonly slug: string
  readonly title: string
  readonly summary: string
  readonly questions: readonly Question[]
}

export interface Question {
  readonly id: string
  readonly title: string
  /** Paragraphs. */
  readonly answer?: readonly string[]
  /** What to do, in order. */
  readonly steps?: readonly string[]
  readonly link?: { readonly label: string; readonly href: string }
}

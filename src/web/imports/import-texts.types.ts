/** What the two pages of an import say of it. */
export interface ImportTexts {
  readonly title: string
  readonly lead: string
}

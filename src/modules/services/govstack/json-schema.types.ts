/** A schema of JSON Schema 2020-12, as far as forms need it. */
export interface JsonSchema {
  readonly [keyword: string]: unknown
}

/** A description as a graph: what JSON-LD and Turtle both write. */

/** A text with its language, a typed value, a reference to what is described elsewhere, or a description of its own. */
export type LinkedValue =
  | { readonly '@value': string; readonly '@language': string }
  | { readonly '@value': string; readonly '@type': string }
  | LinkedNode

export interface LinkedNode {
  readonly '@id'?: string
  readonly '@type'?: string
  readonly [property: string]: string | LinkedValue | readonly LinkedValue[] | undefined
}

export const prefixes = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  spdx: 'http://spdx.org/rdf/terms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const

/** A release as it is given out: named by the publisher's prefix, its addresses those of the site. */
import type { DatedRelease } from './merge.rules.ts'
import type { ReleaseRow } from './release.queries.ts'

export interface Publisher {
  /** Without a slash at its end. */
  readonly origin: string
  readonly prefix: string
}

export const nameProcess = ({ prefix }: Publisher, reference: string): string =>
  `${prefix}-${reference}`

/** The reference that an identifier names; undefined when it is not one of this publisher's. */
export function readOcid({ prefix }: Publisher, ocid: string): string | undefined {
  return ocid.startsWith(`${prefix}-`) ? ocid.slice(prefix.length + 1) : undefined
}

type Kept = Pick<ReleaseRow, 'reference' | 'id' | 'date' | 'tag' | 'body'>

/** As text, without reading the body: a hundred thousand of them go out one after the other. */
export function writeRelease({ reference, id, date, tag, body }: Kept, publisher: Publisher) {
  const ocid = nameProcess(publisher, reference)
  const head = { ocid, id: nameProcess(publisher, id), date: date.toISOString(), tag }
  return `${JSON.stringify(head).slice(0, -1)},${fillMarks(body, publisher).slice(1)}`
}

/** In JSON a mark begins a text: quotation mark, backslash, u0001 for the site, u0002 for the prefix. */
function fillMarks(body: string, { origin, prefix }: Publisher): string {
  return body.replaceAll('"\\u0001', `"${origin}`).replaceAll('"\\u0002', `"${prefix}-`)
}

export const readRelease = (row: Kept, publisher: Publisher): DatedRelease =>
  JSON.parse(writeRelease(row, publisher)) as DatedRelease

/** Where a page of results ends, written in an address and read back only if this server could have written it. */

export const sorts = ['pertinence', 'recentes', 'nom', 'utilisees', 'notees'] as const
export type Sort = (typeof sorts)[number]

/** The value sorted by, and the identifier that settles ties. */
export interface Cursor {
  readonly key: string
  readonly id: string
}

const decimal = /^\d{1,9}(\.\d{1,20})?(e[+-]?\d{1,3})?$/

/** The values that each sort can stop at: anything else never reaches SQL. */
const keys: Readonly<Record<Sort, RegExp>> = {
  pertinence: decimal,
  recentes: /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{1,6})?[+-]\d{2}(:\d{2})?$/,
  nom: /^\P{Cc}{1,200}$/u,
  utilisees: /^\d{1,9}$/,
  notees: decimal,
}

const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export function encodeCursor({ key, id }: Cursor, sort: Sort): string {
  return Buffer.from(JSON.stringify([sort, key, id])).toString('base64url')
}

/** Null for anything that this server would not have written for this sort. */
export function decodeCursor(text: string, sort: Sort): Cursor | null {
  if (!/^[\w-]{1,600}$/.test(text)) return null
  const parts = parse(Buffer.from(text, 'base64url').toString('utf8'))
  if (!Array.isArray(parts) || parts.length !== 3) return null
  const [of, key, id] = parts
  if (of !== sort || typeof key !== 'string' || typeof id !== 'string') return null
  return keys[sort].test(key) && isMoment(key, sort) && idPattern.test(id) ? { key, id } : null
}

/** A well-formed day may still not exist: the 31st of February. */
function isMoment(key: string, sort: Sort): boolean {
  if (sort !== 'recentes') return true
  const moment = new Date(`${key.slice(0, 10)}T${key.slice(11, 19)}Z`)
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(key.slice(0, 10))
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

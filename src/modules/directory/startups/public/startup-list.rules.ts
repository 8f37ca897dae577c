/** The address of a search among startups, and where a page of it ends. */
import { readText } from '../../catalogue/catalogue-query.rules.ts'
import { type Cursor, decodeCursor, encodeCursor } from '../../catalogue/cursor.rules.ts'

export interface StartupSearch {
  readonly words: string
  readonly domain: string
  readonly isLabelled: boolean
  readonly after: Cursor | null
}

type Query = Readonly<Record<string, string | string[] | undefined>>

export function readStartupSearch(query: Query): StartupSearch {
  return {
    words: readText(query.q).slice(0, 120),
    domain: readText(query.domaine).slice(0, 60),
    isLabelled: readText(query.label) === 'on',
    after: decodeCursor(readText(query.apres), 'nom'),
  }
}

export function writeStartupSearch({ words, domain, isLabelled, after }: StartupSearch): string {
  const query = new URLSearchParams()
  if (words) query.set('q', words)
  if (domain) query.set('domaine', domain)
  if (isLabelled) query.set('label', 'on')
  if (after) query.set('apres', encodeCursor(after, 'nom'))
  const text = query.toString()
  return text ? `/startups?${text}` : '/startups'
}

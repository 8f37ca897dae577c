/** The entries of a list with the dates of their own versions, and those that have ended, which their module may no longer hold. */
import type { Db } from '#platform/database.ts'
import type { ReferenceContent, ReferenceEntry, ReferenceList } from '#platform/reference-list.ts'
import type { Context } from '#platform/web.ts'
import { listNewestVersions } from './change.queries.ts'

export async function listEntries(
  db: Db,
  list: ReferenceList,
  today: string,
): Promise<ReferenceEntry[]> {
  const held = await list.listEntries(db, today)
  const newest = new Map(
    (await listNewestVersions(db, list.code)).map((version) => [version.entryKey, version]),
  )
  const dated = held.map((entry) => {
    const { validFrom, source } = newest.get(entry.key) ?? entry
    return { ...entry, validFrom, source }
  })
  const keys = new Set(held.map(({ key }) => key))
  const gone = [...newest.values()]
    .filter(({ entryKey }) => !keys.has(entryKey))
    .map(({ entryKey: key, content, validFrom, validUntil, source }) => ({
      ...{ key, content, validFrom, validUntil, source },
      label: nameContent(list, content),
    }))
  return [...dated, ...gone]
}

export async function findEntry(
  { db }: Pick<Context, 'db'>,
  list: ReferenceList,
  key: string,
  today: string,
): Promise<ReferenceEntry | undefined> {
  return (await listEntries(db, list, today)).find((entry) => entry.key === key)
}

/** An entry that its module does not hold is called by the first of its fields. */
export function nameContent(
  { fields }: Pick<ReferenceList, 'fields'>,
  content: ReferenceContent | null,
): string {
  const [first = ''] = Object.keys(fields)
  return String(content?.[first] ?? '')
}

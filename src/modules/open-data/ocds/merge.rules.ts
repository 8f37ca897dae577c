/**
 * The merge rules of the standard (OCDS 1.1.5, « merging »): what the releases of a process say together now (compiled), and
 * everything each field ever said (versioned). Objects in a list are matched by their identifier; null takes a value away.
 */
import { isObject, type Json, type JsonObject } from './ocds.types.ts'

export interface DatedRelease extends JsonObject {
  readonly ocid: string
  readonly id: string
  readonly date: string
  readonly tag: readonly string[]
}

/** `omitWhenMerged` of the schema: they name a release, not the process. */
const omitted = ['id', 'date', 'tag']
/** `wholeListMerge` of the schema: lists that replace each other. */
const wholeLists = ['additionalIdentifiers', 'additionalClassifications']

const byDate = (releases: readonly DatedRelease[]) =>
  [...releases].sort((a, b) => Date.parse(a.date) - Date.parse(b.date))

/** Undefined when nothing was released. */
export function compileReleases(releases: readonly DatedRelease[]): DatedRelease | undefined {
  const sorted = byDate(releases)
  const last = sorted.at(-1)
  if (!last) return undefined
  const merged = sorted.reduce<JsonObject>((before, one) => mergeState(before, omit(one)), {})
  const named = { ocid: last.ocid, id: `${last.ocid}-${last.date}`, date: last.date }
  return { ...named, tag: ['compiled'], ...dropOcid(merged) }
}

/** What a state becomes when a release adds to it; the order of its keys is that of their first appearance. */
export function mergeState(before: JsonObject, after: JsonObject): JsonObject {
  const merged: Record<string, Json | undefined> = { ...before }
  for (const [key, value] of Object.entries(after)) {
    const next = mergeValue(key, merged[key], value)
    if (next === undefined) delete merged[key]
    else merged[key] = next
  }
  return merged
}

function mergeValue(key: string, before: Json | undefined, after: Json | undefined) {
  if (after === undefined) return before
  if (after === null) return undefined
  if (isObject(after)) return orNothing(mergeState(isObject(before) ? before : {}, after))
  if (isMatchedList(key, after)) return mergeList(Array.isArray(before) ? before : [], after)
  return Array.isArray(after) && after.length === 0 ? undefined : after
}

const orNothing = (value: JsonObject) => (Object.keys(value).length > 0 ? value : undefined)

export function isMatchedList(key: string, value: unknown): value is readonly JsonObject[] {
  return (
    Array.isArray(value) && value.length > 0 && value.every(isObject) && !wholeLists.includes(key)
  )
}

/** An object without an identifier matches none, and is added. */
function mergeList(before: readonly Json[], after: readonly JsonObject[]): Json[] {
  const merged: Json[] = [...before]
  for (const one of after) {
    const found = merged.findIndex((known) => isSame(known, one))
    const next = mergeState(found < 0 ? {} : (merged[found] as JsonObject), one)
    if (found < 0) merged.push(next)
    else merged[found] = next
  }
  return merged
}

function isSame(known: Json, { id }: JsonObject): boolean {
  return id !== undefined && isObject(known) && String(known.id) === String(id)
}

function omit(release: DatedRelease): JsonObject {
  return Object.fromEntries(Object.entries(release).filter(([key]) => !omitted.includes(key)))
}

function dropOcid({ ocid: _, ...rest }: JsonObject): JsonObject {
  return rest
}

interface Version extends JsonObject {
  readonly releaseID: string
  readonly releaseDate: string
  readonly releaseTag: readonly string[]
  readonly value: Json
}

/** Each value with the releases that gave it; a value said again is no version. */
export function versionReleases(releases: readonly DatedRelease[]): JsonObject | undefined {
  const sorted = byDate(releases)
  const [first] = sorted
  if (!first) return undefined
  const versioned = sorted.reduce<JsonObject>((known, release) => {
    const stamp = { releaseID: release.id, releaseDate: release.date, releaseTag: release.tag }
    return addVersions(known, dropOcid(omit(release)), stamp)
  }, {})
  return { ocid: first.ocid, ...versioned }
}

type Stamp = Omit<Version, 'value'>

function addVersions(known: JsonObject, said: JsonObject, stamp: JsonObject): JsonObject {
  const next: Record<string, Json | undefined> = { ...known }
  for (const [key, value] of Object.entries(said)) {
    if (value === undefined) continue
    if (isObject(value)) next[key] = addVersions((next[key] ?? {}) as JsonObject, value, stamp)
    else if (isMatchedList(key, value)) next[key] = versionList(next[key], value, stamp)
    else next[key] = addVersion(next[key], value, stamp as Stamp)
  }
  return next
}

function versionList(known: Json | undefined, said: readonly JsonObject[], stamp: JsonObject) {
  const list: Json[] = Array.isArray(known) ? [...known] : []
  for (const { id, ...rest } of said) {
    const found = list.findIndex((one) => isSame(one, { id }))
    const before = found < 0 ? { ...(id !== undefined && { id }) } : (list[found] as JsonObject)
    const next = addVersions(before, rest, stamp)
    if (found < 0) list.push(next)
    else list[found] = next
  }
  return list
}

function addVersion(known: Json | undefined, value: Json, stamp: Stamp): Json | undefined {
  const versions = (Array.isArray(known) ? known : []) as readonly Version[]
  const last = versions.at(-1)
  const isSaidAgain = last ? JSON.stringify(last.value) === JSON.stringify(value) : value === null
  return isSaidAgain ? known : ([...versions, { ...stamp, value }] as readonly Version[])
}

/**
 * The releases that a process still owes: one for each moment at which what it says changed, none where nothing did. The same
 * facts always give the same releases, with the same identifiers: a reaction that comes twice adds nothing.
 */
import { isDeepStrictEqual } from 'node:util'
import type { Dossier } from '#modules/collaboration/index.ts'
import { chooseTags } from './choose-tags.rules.ts'
import { composeState } from './compose-state.rules.ts'
import type { ContractingProcess } from './contracting-process.rules.ts'
import { listMoments } from './cut-dossier.rules.ts'
import { isMatchedList, mergeState } from './merge.rules.ts'
import { isObject, type Json, type JsonObject, type KeptRelease, type State } from './ocds.types.ts'
import type { Organisations } from './parties.rules.ts'

/** What was given out of a process, merged, and until when. */
export interface Known {
  readonly compiled: State
  readonly lastAt: Date
}

interface Asked {
  readonly dossier: Dossier
  readonly process: ContractingProcess
  readonly known: Known | null
  readonly organisations: Organisations
  readonly now: Date
}

export interface Planned {
  readonly releases: readonly KeptRelease[]
  readonly compiled: State
  /** What was published before no longer goes out: its need was taken back. */
  readonly withholds: boolean
}

export function planReleases({ dossier, process, known, organisations, now }: Asked): Planned {
  const { reference, procedure } = process
  const isTakenBack = dossier.need?.isPublic === false
  if (isTakenBack && !known && !procedure) return { releases: [], compiled: {}, withholds: false }
  const withholds = isTakenBack && known?.compiled.planning !== undefined
  let compiled: State = withholds ? {} : (known?.compiled ?? {})
  const releases: KeptRelease[] = []
  for (const date of listDue(dossier, known, now)) {
    const state = composeState(dossier, reference, date, organisations)
    if (!state) continue
    const body = orderKeys({ ...describeRemovals(compiled, state), ...mergeOver(compiled, state) })
    const merged = mergeState(compiled, body)
    if (isDeepStrictEqual(merged, compiled)) continue
    const tag = chooseTags(compiled, merged)
    releases.push({ id: nameRelease(reference, date), reference, date, tag, body })
    compiled = merged
  }
  return { releases, compiled, withholds }
}

/** The moments since the last release, then this one: what has no date of its own is told now. */
function listDue(dossier: Dossier, known: Known | null, now: Date): Date[] {
  const after = known ? known.lastAt.getTime() : Number.NEGATIVE_INFINITY
  const due = listMoments(dossier, known === null).filter(
    (date) => date.getTime() > after && date <= now,
  )
  const last = new Date(Math.max(now.getTime(), after + 1))
  return due.at(-1)?.getTime() === last.getTime() ? due : [...due, last]
}

function nameRelease(reference: string, date: Date): string {
  return `${reference}-${date.toISOString().replace(/[-:.]/g, '')}`
}

/** The state, with null or a cancellation where something that was said no longer holds. */
function mergeOver(before: JsonObject, after: JsonObject): JsonObject {
  const merged: Record<string, Json | undefined> = {}
  for (const [key, value] of Object.entries(after)) merged[key] = overValue(key, before[key], value)
  return merged
}

function overValue(key: string, before: Json | undefined, after: Json | undefined) {
  if (isObject(after) && isObject(before))
    return { ...describeRemovals(before, after), ...mergeOver(before, after) }
  if (!isMatchedList(key, after) || !Array.isArray(before)) return after
  const known = before as readonly JsonObject[]
  const said = after.map((one) => {
    const found = known.find(({ id }) => id === one.id)
    return found ? { ...describeRemovals(found, one), ...mergeOver(found, one) } : one
  })
  const ids = after.map(({ id }) => id)
  return [...said, ...known.filter(({ id }) => !ids.includes(id)).map((one) => end(key, one))]
}

/** What was said and is no longer. */
function describeRemovals(before: JsonObject, after: JsonObject): JsonObject {
  const gone = Object.entries(before).filter(([key]) => after[key] === undefined)
  return Object.fromEntries(gone.map(([key, value]) => [key, remove(key, value)]))
}

function remove(key: string, value: Json | undefined): Json {
  if (isObject(value)) return describeRemovals(value, {})
  if (isMatchedList(key, value)) return value.map((one) => end(key, one))
  return null
}

/** A decision that fell is cancelled; anything else keeps its identifier alone. */
function end(key: string, one: JsonObject): JsonObject {
  const { id, ...rest } = one
  if (key === 'awards' || key === 'contracts') return { id, status: 'cancelled' }
  return { id, ...describeRemovals(rest, {}) }
}

const order = [
  ...['initiationType', 'language', 'buyer', 'parties', 'planning', 'tender', 'bids'],
  ...['awards', 'contracts', 'relatedProcesses'],
]

function orderKeys(state: JsonObject): JsonObject {
  const at = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length)
  return Object.fromEntries(Object.entries(state).sort(([a], [b]) => at(a) - at(b)))
}

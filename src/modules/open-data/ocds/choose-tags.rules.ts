/** What a release is, from what it changes: the tags of the standard. */
import { isDeepStrictEqual } from 'node:util'
import {
  isObject,
  type Json,
  type JsonObject,
  type ReleaseTag,
  type Stage,
  type State,
} from './ocds.types.ts'

export function chooseTags(before: State, after: State): ReleaseTag[] {
  const tags = [
    ...tagPlanning(before, after),
    ...tagTender(before, after),
    ...tagAwards(before, after),
    ...tagContracts(before, after),
    ...tagImplementation(before, after),
  ]
  return tags.length > 0 ? tags : [fallbacks[stageOf(after)]]
}

/** Who takes part changed, and nothing else. */
const fallbacks: Readonly<Record<Stage, ReleaseTag>> = {
  planning: 'planningUpdate',
  tender: 'tenderUpdate',
  award: 'awardUpdate',
  contract: 'contractUpdate',
  implementation: 'implementationUpdate',
}

/** How far a process is. */
export function stageOf(state: State): Stage {
  const contracts = listItems(state, 'contracts')
  if (contracts.some(({ implementation }) => implementation !== undefined)) return 'implementation'
  if (contracts.length > 0) return 'contract'
  if (listItems(state, 'awards').length > 0) return 'award'
  return isPlanned(state) ? 'planning' : 'tender'
}

const statusOf = (value: Json | undefined) => (isObject(value) ? value.status : undefined)

/** The tender is only announced: the process is still in its planning. */
const isPlanned = ({ tender, planning }: State) =>
  tender === undefined ||
  ['planning', 'withdrawn'].includes(String(statusOf(tender))) ||
  (statusOf(tender) === 'complete' && planning !== undefined && isBare(tender))

const isBare = (tender: Json) => isObject(tender) && tender.procurementMethodDetails === undefined

const differ = (a: unknown, b: unknown) => !isDeepStrictEqual(a, b)

function tagPlanning(before: State, after: State): ReleaseTag[] {
  const isTold = isPlanned(after) && differ(before.tender, after.tender)
  if (!differ(before.planning, after.planning) && !isTold) return []
  if (isPlanned(after) && statusOf(after.tender) === 'withdrawn') return ['tenderCancellation']
  return before.planning === undefined ? ['planning'] : ['planningUpdate']
}

const failed = ['cancelled', 'withdrawn']

function tagTender(before: State, after: State): ReleaseTag[] {
  if (isPlanned(after) || !differ(before.tender, after.tender)) return []
  if (isPlanned(before)) return ['tender']
  const status = statusOf(after.tender)
  if (failed.includes(String(status)) && status !== statusOf(before.tender))
    return ['tenderCancellation']
  return countAmendments(after.tender) > countAmendments(before.tender)
    ? ['tenderAmendment']
    : ['tenderUpdate']
}

function countAmendments(value: Json | undefined): number {
  return isObject(value) && Array.isArray(value.amendments) ? value.amendments.length : 0
}

interface Change {
  readonly before: JsonObject | undefined
  readonly after: JsonObject
}

/** What is new or different in a list, each with what it was. */
function listChanges(before: readonly JsonObject[], after: readonly JsonObject[]): Change[] {
  const pairs = after.map((one) => ({
    after: one,
    before: before.find(({ id }) => id === one.id),
  }))
  return pairs.filter((pair) => differ(pair.before, pair.after))
}

const listItems = (state: State, key: string): readonly JsonObject[] =>
  Array.isArray(state[key]) ? (state[key] as readonly JsonObject[]) : []

const oneOfEach = (tags: readonly ReleaseTag[]) => [...new Set(tags)]

function tagAwards(before: State, after: State): ReleaseTag[] {
  const changes = listChanges(listItems(before, 'awards'), listItems(after, 'awards'))
  return oneOfEach(
    changes.map((change) => {
      if (!change.before) return 'award'
      const isCancelled = change.after.status === 'cancelled'
      return isCancelled && change.before.status !== 'cancelled'
        ? 'awardCancellation'
        : 'awardUpdate'
    }),
  )
}

const dropImplementation = ({ implementation: _, ...contract }: JsonObject): JsonObject => contract

function tagContracts(before: State, after: State): ReleaseTag[] {
  const changes = listChanges(
    listItems(before, 'contracts').map(dropImplementation),
    listItems(after, 'contracts').map(dropImplementation),
  )
  return oneOfEach(
    changes.map((change) => {
      if (!change.before) return 'contract'
      if (change.after.status === 'terminated' && change.before.status !== 'terminated')
        return 'contractTermination'
      return countAmendments(change.after) > countAmendments(change.before)
        ? 'contractAmendment'
        : 'contractUpdate'
    }),
  )
}

function tagImplementation(before: State, after: State): ReleaseTag[] {
  const of = (state: State) =>
    listItems(state, 'contracts').flatMap(({ id, implementation }) =>
      implementation === undefined ? [] : [{ id, implementation }],
    ) as JsonObject[]
  const changes = listChanges(of(before), of(after))
  return oneOfEach(
    changes.map((change) => (change.before ? 'implementationUpdate' : 'implementation')),
  )
}

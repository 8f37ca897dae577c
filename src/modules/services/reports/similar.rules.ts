/** Whether somebody already told it: the same category, still open, not long ago, near enough or in the same quarter. */

import { listNearest } from '#modules/directory/index.ts'
import { addDays } from '#platform/days.rules.ts'
import { foldWords } from '#platform/tables/fold.rules.ts'
import { blurMeters, type Point } from './public-position.rules.ts'

/** What was told longer ago is told anew. */
export const similarDays = 60
const mostShown = 3

export interface Sent {
  readonly position: Point | null
  readonly arrondissement: string | null
  readonly quartier: string | null
  readonly nearMeters: number
}

/** Of the same commune and category, open; its position is the public one, so that asking tells nothing more. */
export interface Candidate {
  readonly id: string
  readonly latitude: number | null
  readonly longitude: number | null
  readonly arrondissement: string | null
  readonly quartier: string | null
  readonly receivedAt: Date
}

/** The nearest first, then those known only by their quarter, the latest first. */
export function listSimilar<One extends Candidate>(
  sent: Sent,
  candidates: readonly One[],
  now: Date,
): One[] {
  const since = addDays(now, -similarDays)
  const recent = candidates.filter(({ receivedAt }) => receivedAt >= since)
  const near = sent.position ? listNear(sent.position, sent.nearMeters, recent) : []
  const sameQuarter = recent
    .filter((one) => isPlaceless(one, sent) && isSameQuarter(one, sent))
    .sort((a, b) => b.receivedAt.getTime() - a.receivedAt.getTime())
  return [...near, ...sameQuarter].slice(0, mostShown)
}

function listNear<One extends Candidate>(
  position: Point,
  nearMeters: number,
  candidates: readonly One[],
): One[] {
  const placed = candidates.filter(isPlaced)
  return listNearest({ id: '', ...position }, placed, (nearMeters + blurMeters) / 1000)
}

const isPlaced = <One extends Candidate>(one: One): one is One & Point =>
  one.latitude !== null && one.longitude !== null

/** Two known positions are compared by their distance, and by nothing else. */
const isPlaceless = (one: Candidate, { position }: Sent) => position === null || !isPlaced(one)

function isSameQuarter(one: Candidate, sent: Sent): boolean {
  const [quarter, other] = [foldWords(sent.quartier ?? ''), foldWords(one.quartier ?? '')]
  return quarter !== '' && quarter === other && one.arrondissement === sent.arrondissement
}

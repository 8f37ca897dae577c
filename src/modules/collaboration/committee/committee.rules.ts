/** Whether a committee may work. */
import type { Member } from './member.schema.ts'

type Seat = Pick<Member, 'status' | 'finishedAt'>

/** Members named count only once they have declared that they have no interest. */
export function countAble(members: readonly Seat[]): number {
  return members.filter(({ status }) => status === 'declared').length
}

export function isCommitteeComplete(members: readonly Seat[], size: number): boolean {
  return countAble(members) >= size
}

/** Everybody who may note has finished: only then are the notes shown, and the consensus begins. */
export function haveAllFinished(members: readonly Seat[]): boolean {
  const able = members.filter(({ status }) => status === 'declared')
  return able.length > 0 && able.every(({ finishedAt }) => finishedAt !== null)
}

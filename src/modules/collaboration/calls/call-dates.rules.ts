/** Deadlines of a call: what the clock makes of them, how much time offers are left, what a late change costs. */
import { addDays } from '#platform/days.rules.ts'
import type { CallStatus } from './call.workflow.ts'

export interface CallDates {
  readonly status: CallStatus
  readonly questionsUntil: Date | null
  readonly deadline: Date | null
}

/** What everybody sees: « closed » is the clock's word, never a job's. */
export type CallStage = CallStatus | 'closed'

export function stageOf({ status, deadline }: CallDates, now: Date): CallStage {
  return status === 'published' && hasPassed(deadline, now) ? 'closed' : status
}

/** At the very deadline it is too late. A call without a deadline takes nothing. */
export function takesProposals({ status, deadline }: CallDates, now: Date): boolean {
  return status === 'published' && deadline !== null && now < deadline
}

export function takesQuestions({ status, questionsUntil }: CallDates, now: Date): boolean {
  return status === 'published' && questionsUntil !== null && now < questionsUntil
}

export function hasPassed(moment: Date | null, now: Date): boolean {
  return moment !== null && now >= moment
}

export interface TimeLimits {
  /** Whole days that offers stay open at least, from the publication. */
  readonly minimumDays: number
  /** A change closer than this many days to the deadline moves the deadline. */
  readonly lateChangeDays: number
}

/** Why these dates cannot be published now, by field; empty when they can. */
export function checkDates(
  { questionsUntil, deadline }: Pick<CallDates, 'questionsUntil' | 'deadline'>,
  limits: TimeLimits,
  now: Date,
): { readonly questionsUntil?: string; readonly deadline?: string } {
  if (deadline === null) return { deadline: 'Fixez la date et l’heure limites des propositions.' }
  if (deadline < addDays(now, limits.minimumDays))
    return {
      deadline: `Laissez au moins ${limits.minimumDays} jours entre la publication et la date limite.`,
    }
  if (questionsUntil === null) return { questionsUntil: 'Fixez la fin des questions.' }
  if (questionsUntil >= deadline)
    return { questionsUntil: 'Les questions se ferment avant la date limite des propositions.' }
  if (questionsUntil <= now) return { questionsUntil: 'La fin des questions est déjà passée.' }
  return {}
}

/** The earliest deadline that a change made now allows: never earlier than the present one. */
export function earliestDeadlineAfterChange(deadline: Date, limits: TimeLimits, now: Date): Date {
  const earliest = addDays(now, limits.lateChangeDays)
  return earliest > deadline ? earliest : deadline
}

/** The end of the standstill, to the minute: whole days after the award. */
export function computeStandstillEnd(awardedAt: Date, days: number): Date {
  return addDays(awardedAt, days)
}

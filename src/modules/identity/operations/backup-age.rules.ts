/** When a backup is owed: none yet, an incomplete one, or one older than a day and some hours of grace. */
import { addDays } from '#platform/days.rules.ts'

interface Done {
  readonly finishedAt: Date
  readonly isWhole: boolean
}

const hoursOfGrace = 6

export function isBackupDue(backup: Done | undefined, now: Date): boolean {
  if (!backup?.isWhole) return true
  const owedAt = addDays(backup.finishedAt, 1).getTime() + hoursOfGrace * 3_600_000
  return owedAt < now.getTime()
}

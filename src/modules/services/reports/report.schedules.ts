/** What time does to reports. */
import type { Schedule } from '#platform/jobs.ts'
import { forgetReporters, purgeReports } from './erase-reports.ts'

export const reportSchedules: readonly Schedule[] = [
  { name: 'forget-reporters', pattern: '40 3 * * *', work: forgetReporters },
  { name: 'purge-reports', pattern: '50 3 * * *', work: purgeReports },
]

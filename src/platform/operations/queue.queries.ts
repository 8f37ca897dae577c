/** The work that waits, that failed for good, and that comes back at its hours. */
import { sql } from 'kysely'
import type { Db } from '../database.ts'

export interface QueuedTask {
  readonly task: string
  readonly waiting: number
  readonly running: number
  /** Tried as often as it may be. */
  readonly failed: number
  /** Since when the oldest should have been done. */
  readonly oldestDue: Date | null
}

export async function listQueuedTasks(db: Db): Promise<QueuedTask[]> {
  const { rows } = await sql<QueuedTask>`
    select task_identifier as task,
      count(*) filter (where locked_at is null and attempts < max_attempts)::int as waiting,
      count(*) filter (where locked_at is not null)::int as running,
      count(*) filter (where locked_at is null and attempts >= max_attempts)::int as failed,
      min(run_at) filter (where locked_at is null and attempts < max_attempts and run_at <= now()) as "oldestDue"
    from graphile_worker.jobs group by task_identifier order by task_identifier`.execute(db)
  return rows
}

export interface KnownSchedule {
  readonly name: string
  readonly lastRunAt: Date | null
}

export async function listKnownSchedules(db: Db): Promise<KnownSchedule[]> {
  const { rows } = await sql<KnownSchedule>`
    select identifier as name, last_execution as "lastRunAt"
    from graphile_worker._private_known_crontabs order by identifier`.execute(db)
  return rows
}

/** Gives what failed for good another round of attempts; how many there were. */
export async function retryFailedJobs(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from graphile_worker.reschedule_jobs(
      array(select id from graphile_worker.jobs where locked_at is null and attempts >= max_attempts limit 1000),
      run_at => now(), attempts => 0)`.execute(db)
  return rows[0]?.count ?? 0
}

/** Work that happens beside requests: events to deliver, messages to send, and what falls due. Kept in PostgreSQL. */
import {
  type Logger as JobLogger,
  Logger,
  parseCronItems,
  type Runner,
  run,
  runMigrations,
  type TaskList,
} from 'graphile-worker'
import type { Pool, PoolClient } from 'pg'
import { deliverEvent, type Subscribers } from './events.ts'
import type { Log } from './log.ts'
import { createSenders, sendMessage } from './messages/send-message.ts'
import type { Platform } from './web.ts'

export { mergeSubscribers, type Subscribers } from './events.ts'

/** Something that falls due regularly. It may run twice: what it does must be harmless the second time. */
export interface Schedule {
  readonly name: string
  /** As in crontab, in UTC. */
  readonly pattern: string
  readonly work: (platform: Platform, now: Date) => Promise<void>
}

/** Work that waits for servers of others. It has workers of its own: their slowness delays neither events nor messages. */
export interface OutwardTask {
  readonly name: string
  readonly work: (
    platform: Platform,
    payload: Readonly<Record<string, string>>,
    now: Date,
  ) => Promise<void>
}

interface JobParts {
  readonly platform: Platform
  readonly pool: Pool
  readonly subscribers: Subscribers
  readonly schedules: readonly Schedule[]
  readonly outward?: readonly OutwardTask[]
}

/** Brings the schema of the queue up to date. */
export async function prepareJobs(pool: Pool): Promise<void> {
  await runMigrations({ pgPool: pool, logger: quiet })
}

export async function createJobRunner(parts: JobParts): Promise<{ stop(): Promise<void> }> {
  const presence = await unlockJobsOfTheDead(parts.pool)
  const runners = [await runInward(parts), await runOutward(parts)]
  const stop = async () => {
    await Promise.all(runners.map((runner) => runner.stop()))
    presence.release(true)
  }
  return { stop }
}

function runInward({ platform, pool, subscribers, schedules }: JobParts): Promise<Runner> {
  const senders = createSenders(platform)
  const tasks: TaskList = {
    'deliver-event': (payload) =>
      deliverEvent(platform.db, (payload as { eventId: string }).eventId, subscribers),
    'send-message': (payload) =>
      sendMessage(platform, senders, (payload as { messageId: string }).messageId, new Date()),
  }
  for (const { name, work } of schedules) tasks[name] = () => work(platform, new Date())
  return run({
    ...{ pgPool: pool, concurrency: 4, noHandleSignals: true, taskList: tasks },
    parsedCronItems: parseCronItems(
      schedules.map(({ name, pattern }) => ({ task: name, match: pattern, identifier: name })),
    ),
    logger: toJobLogger(platform.log),
  })
}

function runOutward({ platform, pool, outward = [] }: JobParts): Promise<Runner> {
  const tasks: TaskList = {}
  for (const { name, work } of outward)
    tasks[name] = (payload) => work(platform, payload as Record<string, string>, new Date())
  return run({
    ...{ pgPool: pool, concurrency: 8, noHandleSignals: true, taskList: tasks },
    logger: toJobLogger(platform.log),
  })
}

/** Any number will do, as long as every process takes the same. */
const presenceLock = 7_729_413
const longestJob = '15 minutes'

/**
 * A job stays locked for hours when its worker dies. Every process that works holds a shared lock on the connection
 * returned here: who can first hold it alone knows that all others are dead; otherwise only what is overdue is freed.
 */
async function unlockJobsOfTheDead(pool: Pool): Promise<PoolClient> {
  const client = await pool.connect()
  const { rows } = await client.query<{ isAlone: boolean }>(
    'select pg_try_advisory_lock($1) as "isAlone"',
    [presenceLock],
  )
  const isAlone = rows[0]?.isAlone === true
  await client.query(
    `select graphile_worker.force_unlock_workers(array(
      select distinct locked_by from graphile_worker._private_jobs
      where locked_by is not null and ($1 or locked_at < now() - $2::interval)))`,
    [isAlone, longestJob],
  )
  await client.query('select pg_advisory_lock_shared($1)', [presenceLock])
  if (isAlone) await client.query('select pg_advisory_unlock($1)', [presenceLock])
  return client
}

const quiet = new Logger(() => () => {})

/** Failures are told with the task's name; payloads hold identifiers only, and are left out all the same. */
function toJobLogger(log: Log): JobLogger {
  return new Logger((scope) => (level, message) => {
    if (level === 'error' || level === 'warning') log.warn({ task: scope.taskIdentifier }, message)
  })
}

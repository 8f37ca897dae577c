/** What the operator's page shows, as it stands at this moment. */
import { addDays } from '#platform/days.rules.ts'
import { listLatestOperations } from '#platform/operations/operations.ts'
import { listKnownSchedules, listQueuedTasks } from '#platform/operations/queue.queries.ts'
import { countSendings, listSendingFailures } from '#platform/operations/sending.queries.ts'
import { measureStorage } from '#platform/operations/storage.ts'
import type { Context } from '#platform/web.ts'

export const operationsHome = '/espace/exploitation'

const lookedBackDays = 7

export async function loadOperations({ db, now, platform }: Context) {
  const since = addDays(now, -lookedBackDays)
  return {
    now,
    config: platform.config,
    latest: await listLatestOperations(db),
    tasks: await listQueuedTasks(db),
    schedules: await listKnownSchedules(db),
    sendings: await countSendings(db, since),
    failures: await listSendingFailures(db, since),
    storage: await measureStorage(db, platform.config),
  }
}

export type Operations = Awaited<ReturnType<typeof loadOperations>>

/** What keeps the platform running, for the secretariat and whoever runs the server: work, sendings, room, backups, the journal. */
import { z } from 'zod'
import { addJob } from '#platform/events.ts'
import { t } from '#platform/i18n.ts'
import { retryFailedJobs } from '#platform/operations/queue.queries.ts'
import { associationStaff } from '#platform/policy.ts'
import { action, type Context, page, type Route, seeOther } from '#platform/web.ts'
import { Page } from '#web/components/index.tsx'
import { loadOperations, operationsHome } from './load-operations.ts'
import {
  JournalPart,
  QueuePart,
  SchedulePart,
  SendingPart,
  ServerPart,
  StoragePart,
} from './operation-parts.view.tsx'
import { journalTask } from './verify-journal.ts'

const operationsPage = page(operationsHome, {
  load: (_, context: Context) => loadOperations(context),
  allow: associationStaff,
  view: (shown) => (
    <Page
      title="Exploitation"
      lead="Ce qui tient la plateforme debout, tel que c’est à cet instant. Aucun nom, aucune adresse."
      breadcrumbs={[{ label: 'Mon espace', href: '/espace' }]}
    >
      <JournalPart {...shown} />
      <QueuePart {...shown} />
      <SendingPart {...shown} />
      <StoragePart {...shown} />
      <SchedulePart {...shown} />
      <ServerPart {...shown} />
    </Page>
  ),
})

const retryAction = action(`${operationsHome}/reprendre`, {
  load: async () => null,
  allow: associationStaff,
  input: z.object({}),
  back: () => operationsHome,
  act: async (_, __, { db }) => {
    const count = await retryFailedJobs(db)
    return seeOther(
      operationsHome,
      t(
        '{count, plural, =0 {Aucune tâche n’était en échec.} one {Une tâche reprend.} other {# tâches reprennent.}}',
        {
          count,
        },
      ),
    )
  },
})

const verifyAction = action(`${operationsHome}/verifier`, {
  load: async () => null,
  allow: associationStaff,
  input: z.object({}),
  back: () => operationsHome,
  act: async (_, __, { db }) => {
    await addJob(db, journalTask, {}, { key: journalTask })
    return seeOther(
      operationsHome,
      'La vérification est lancée : relisez cette page dans un instant.',
    )
  },
})

export const operationRoutes: Route[] = [operationsPage, retryAction, verifyAction]

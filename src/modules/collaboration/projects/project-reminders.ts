/** Sends each reminder of a milestone once: the keys of the messages make a second run harmless. */

import { notify } from '#modules/identity/index.ts'
import { communeOfficers, system } from '#platform/actor.ts'
import { type Db, writeAs } from '#platform/database.ts'
import { addDaysTo } from '#platform/days.rules.ts'
import { formatDate, toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import type { Platform } from '#platform/web.ts'
import { type DueMilestone, listDueMilestones } from './milestone.queries.ts'
import { startupRoles } from './project.messages.ts'
import { findReminder, type MilestoneReminder, noticeDays } from './reminder.rules.ts'

const batchSize = 200

export async function remindMilestones(platform: Platform, now: Date): Promise<void> {
  for (let after: string | null = null; ; ) {
    const batch: DueMilestone[] = await writeAs(platform.db, system, (db) =>
      remindBatch(db, after, now),
    )
    after = batch.at(-1)?.id ?? null
    if (batch.length < batchSize) return
  }
}

async function remindBatch(db: Db, after: string | null, now: Date): Promise<DueMilestone[]> {
  const today = toDay(now)
  const milestones = await listDueMilestones(db, addDaysTo(today, noticeDays), after, batchSize)
  for (const milestone of milestones) {
    const reminder = findReminder(milestone, today)
    if (reminder) await remind(db, milestone, reminder, now)
  }
  return milestones
}

const reminderTitles: Record<MilestoneReminder, string> = {
  dueSoon: 'Jalon à livrer bientôt',
  overdue: 'Jalon en retard',
  reservesSoon: 'Réserves à lever bientôt',
  reservesOverdue: 'Réserves non levées à la date fixée',
}

async function remind(
  db: Db,
  milestone: DueMilestone,
  reminder: MilestoneReminder,
  now: Date,
): Promise<void> {
  const { id, title, status, dueOn, reservesDueOn, projectTitle, projectReference } = milestone
  const day = (status === 'partlyAccepted' ? reservesDueOn : dueOn) ?? dueOn
  for (const side of listSides(milestone)) {
    const notice = {
      ...side,
      topic: 'reminders',
      subject: () => t('{what} : {about}', { what: t(reminderTitles[reminder]), about: title }),
      text: () =>
        t('Projet {projectReference} « {projectTitle} » : la date est le {date}.', {
          projectReference,
          projectTitle,
          date: formatDate(day),
        }),
      link: `/espace/jalons/${id}`,
      key: `milestone:${id}:${reminder}:${day}`,
    } as const
    await notify(db, notice, now)
  }
}

function listSides({ communeId, startupId }: DueMilestone) {
  const commune = { organisationId: communeId, roles: communeOfficers }
  if (startupId === null) return [commune]
  return [commune, { organisationId: startupId, roles: startupRoles }]
}

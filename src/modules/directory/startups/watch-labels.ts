/** Every day: reminds companies whose label ends, 90 and 30 days before and on the day. */

import { notify } from '#modules/identity/index.ts'
import { system } from '#platform/actor.ts'
import { writeAs } from '#platform/database.ts'
import { addDaysTo } from '#platform/days.rules.ts'
import { formatDate, toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import type { Platform } from '#platform/web.ts'
import { findReminder, type Reminder } from './label.rules.ts'
import { listEndingLabels } from './startup.queries.ts'
import type { Startup } from './startup.schema.ts'

/** More labels than this cannot end within 90 days: 15 had been granted by May 2025. */
const most = 1000

/** The dedupe key makes each reminder leave once, however often this runs. */
export async function watchLabels(platform: Platform, now: Date): Promise<void> {
  const today = toDay(now)
  await writeAs(platform.db, system, async (db) => {
    for (const startup of await listEndingLabels(db, addDaysTo(today, 90), most)) {
      const end = startup.labelExpiresOn
      const reminder = end === null ? null : findReminder(end, today)
      if (end === null || reminder === null) continue
      await notify(
        db,
        {
          organisationId: startup.id,
          roles: ['manager', 'member'],
          topic: 'verification',
          ...wordReminder(startup, end, reminder),
          link: '/espace/startup/modifier',
          key: `label:${startup.id}:${end}:${reminder}`,
        },
        now,
      )
    }
  })
}

function wordReminder({ name, labelNumber }: Startup, end: string, reminder: Reminder) {
  const label = () => ({ number: labelNumber ?? '', name, date: formatDate(end) })
  if (reminder === 0) {
    return {
      subject: () => t('Votre label startup arrive à son terme'),
      text: () =>
        t(
          'Le label {number} de {name} est valable jusqu’au {date}. Après cette date, il n’apparaît plus sur votre fiche. S’il a été renouvelé, enregistrez la nouvelle décision.',
          label(),
        ),
    }
  }
  return {
    subject: () => t('Votre label startup se termine dans moins de {reminder} jours', { reminder }),
    text: () =>
      t(
        'Le label {number} de {name} se termine le {date}. Demandez son renouvellement, puis enregistrez la nouvelle décision sur Cauri : sans elle, le label disparaîtra de votre fiche.',
        label(),
      ),
  }
}

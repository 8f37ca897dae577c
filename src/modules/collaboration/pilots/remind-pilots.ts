/** Every morning: before a pilot ends, both sides are reminded once of what they owe. */
import { system } from '#platform/actor.ts'
import { writeAs } from '#platform/database.ts'
import { formatDate, toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import type { Platform } from '#platform/web.ts'
import { tellSides } from './pilot.messages.ts'
import { listRunningUnreminded } from './pilot.queries.ts'
import { computeReminderDay } from './pilot-bounds.rules.ts'

export async function remindPilots(platform: Platform, now: Date): Promise<void> {
  await writeAs(platform.db, system, async (db) => {
    for (const pilot of await listRunningUnreminded(db)) {
      const { startsOn, endsOn } = pilot
      if (!startsOn || !endsOn || computeReminderDay(startsOn, endsOn) > toDay(now)) continue
      const text = () =>
        t(
          'Elle finit le {date}. La commune mesure alors chaque critère et décide : adopter, prolonger ou arrêter.',
          { date: formatDate(endsOn) },
        )
      const subject = () =>
        t('Expérimentation bientôt finie : {reference}', { reference: pilot.reference })
      await tellSides(db, pilot, { subject, text, key: `ending:${endsOn}` }, now)
      await db
        .updateTable('collaboration.pilot')
        .set({ remindedAt: now })
        .where('id', '=', pilot.id)
        .execute()
    }
  })
}

/** Every morning: a session begins within three days; whoever is expected, or has not answered, is reminded once. */
import { system } from '#platform/actor.ts'
import { writeAs } from '#platform/database.ts'
import { addDaysTo } from '#platform/days.rules.ts'
import { toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import type { Platform } from '#platform/web.ts'
import { tellPeriod } from '../sessions/session-period.rules.ts'
import { tellInvited } from './invitation.messages.ts'
import { listToRemind } from './invitation.queries.ts'

const daysBefore = 3

export async function remindInvited(platform: Platform, now: Date): Promise<void> {
  const today = toDay(now)
  await writeAs(platform.db, system, async (db) => {
    const invited = await listToRemind(db, today, addDaysTo(today, daysBefore))
    for (const one of invited) {
      const { session, invitation } = one
      const where = () => ({ period: tellPeriod(session), place: session.place })
      await tellInvited(
        db,
        one,
        {
          subject: () => t('Rappel : {theme}', { theme: session.theme }),
          text: () =>
            invitation.answer === 'coming'
              ? t('L’association vous attend : {period}, {place}.', where())
              : t('{period}, {place}. Dites à l’association si vous venez.', where()),
          key: 'reminder',
        },
        now,
      )
    }
    const ids = invited.map(({ invitation }) => invitation.id)
    if (ids.length > 0)
      await db
        .updateTable('governance.invitation')
        .set({ remindedAt: now })
        .where('id', 'in', ids)
        .execute()
  })
}

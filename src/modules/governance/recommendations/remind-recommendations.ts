/** Every morning: the association hears, once each, of a recommendation that falls due within thirty days, and of one that is past. */
import { notify } from '#modules/identity/index.ts'
import { system } from '#platform/actor.ts'
import { writeAs } from '#platform/database.ts'
import { addDaysTo } from '#platform/days.rules.ts'
import { formatDate, toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import type { Platform } from '#platform/web.ts'
import { listDueBetween } from './recommendation.queries.ts'
import { recommendationAddress } from './recommendation-address.ts'
import { isLate } from './recommendation-body.view.tsx'

const daysAround = 30

export async function remindRecommendations(platform: Platform, now: Date): Promise<void> {
  const today = toDay(now)
  await writeAs(platform.db, system, async (db) => {
    const due = await listDueBetween(
      db,
      addDaysTo(today, -daysAround),
      addDaysTo(today, daysAround),
    )
    for (const recommendation of due) {
      const { id, associationId, reference, title, dueOn, owner } = recommendation
      const isPast = isLate(recommendation, today)
      const about = () => ({
        title,
        day: formatDate(dueOn ?? today),
        owner: owner || t('personne encore'),
      })
      await notify(
        db,
        {
          organisationId: associationId,
          roles: ['staff', 'commissioner'],
          topic: 'sessions',
          subject: () =>
            isPast
              ? t('Échéance passée : {reference}', { reference })
              : t('Échéance proche : {reference}', { reference }),
          text: () => t('« {title} », pour le {day}. Portée par : {owner}.', about()),
          link: recommendationAddress(recommendation),
          key: `recommendation:${id}:${dueOn}:${isPast ? 'late' : 'soon'}`,
        },
        now,
      )
    }
  })
}

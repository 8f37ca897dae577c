/** What waits in a town hall about reports. */
import { sql } from 'kysely'
import type { SpaceTask } from '#modules/identity/index.ts'
import type { Db } from '#platform/database.ts'
import { t } from '#platform/i18n.ts'

export async function listReportTasks(db: Db, communeId: string): Promise<SpaceTask[]> {
  const { received, unread } = await db
    .selectFrom('services.report')
    .select(sql<number>`(count(*) filter (where status = 'received'))::int`.as('received'))
    .select(sql<number>`(count(*) filter (where visibility = 'waiting'))::int`.as('unread'))
    .where('communeId', '=', communeId)
    .where(sql<boolean>`status in ('received', 'inProgress')`)
    .executeTakeFirstOrThrow()
  const tasks = [
    {
      count: received,
      title:
        '{count, plural, one {Un signalement à prendre en charge} other {# signalements à prendre en charge}}',
      href: '/espace/signalements?etat=received',
    },
    {
      count: unread,
      title:
        '{count, plural, one {Relire le texte d’un signalement} other {Relire le texte de # signalements}}',
      href: '/espace/signalements?relire=1',
    },
  ]
  return tasks
    .filter(({ count }) => count > 0)
    .map(({ count, title, href }) => ({ title: t(title, { count }), href }))
}

/** What waits for somebody about requests: in the town hall, and for whoever asked. */
import { sql } from 'kysely'
import type { SpaceTask } from '#modules/identity/index.ts'
import { type Actor, communeTeam, getOrganisationId, worksForA } from '#platform/actor.ts'
import type { Db } from '#platform/database.ts'
import { toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'

export async function listRequestTasks(db: Db, actor: Actor, now: Date): Promise<SpaceTask[]> {
  if (actor.id === null) return []
  const own = await listOwnTasks(db, actor.id)
  if (!worksForA(actor, 'commune', ...communeTeam)) return own
  const { received, proposed, late } = await countWaiting(db, getOrganisationId(actor), toDay(now))
  const decides = worksForA(actor, 'commune', 'secretary', 'mayor')
  return [
    ...own,
    ...(decides && proposed > 0
      ? [
          {
            title: t('{count, plural, one {Décider d’une demande} other {Décider de # demandes}}', {
              count: proposed,
            }),
            href: '/espace/demandes?etat=proposed',
            tone: 'warning' as const,
          },
        ]
      : []),
    ...(late > 0
      ? [
          {
            title: t('{count, plural, one {Une demande en retard} other {# demandes en retard}}', {
              count: late,
            }),
            href: '/espace/demandes/retards',
            tone: 'danger' as const,
          },
        ]
      : []),
    ...(received > 0
      ? [
          {
            title: t(
              '{count, plural, one {Une demande à prendre en charge} other {# demandes à prendre en charge}}',
              { count: received },
            ),
            href: '/espace/demandes?etat=received',
          },
        ]
      : []),
  ]
}

/** What the citizen must complete. */
async function listOwnTasks(db: Db, personId: string): Promise<SpaceTask[]> {
  const rows = await db
    .selectFrom('services.request')
    .select(['id', 'title'])
    .where('requesterId', '=', personId)
    .where('status', '=', 'incomplete')
    .orderBy('updatedAt')
    .limit(5)
    .execute()
  return rows.map(({ id, title }) => ({
    title: t('Compléter : {title}', { title }),
    href: `/demandes/${id}`,
    tone: 'warning' as const,
  }))
}

async function countWaiting(db: Db, communeId: string, today: string) {
  return db
    .selectFrom('services.request')
    .select(sql<number>`(count(*) filter (where status = 'received'))::int`.as('received'))
    .select(sql<number>`(count(*) filter (where status = 'proposed'))::int`.as('proposed'))
    .select(
      sql<number>`(count(*) filter (where due_on < ${today}::date and status <> 'incomplete'))::int`.as(
        'late',
      ),
    )
    .where('communeId', '=', communeId)
    .where(sql<boolean>`status in ('received', 'inReview', 'incomplete', 'proposed')`)
    .executeTakeFirstOrThrow()
}

/** Rebuilds the figures of a voted budget, in the transaction of whatever changed them. */
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'

export async function refreshFigures(db: Db, budgetId: string, now: Date): Promise<void> {
  await sql`
    insert into planning.budget_figure (budget_id, commune_id, year, status, total_investment, total_running,
      investment, running, committed, paid, as_of, computed_at)
    select b.id, b.commune_id, b.year, b.status, b.total_investment, b.total_running,
      coalesce(sum(l.amount) filter (where l.section = 'investment'), 0),
      coalesce(sum(l.amount) filter (where l.section = 'running'), 0),
      coalesce(sum(e.committed), 0), coalesce(sum(e.paid), 0), max(e.as_of), ${now}
    from planning.budget b
    left join planning.budget_line l on l.budget_id = b.id
      and l.budget_version = b.current_version - (b.status = 'amending')::int
    left join lateral (
      select committed, paid, as_of from planning.budget_entry
      where budget_id = b.id and line_key = l.key
      order by as_of desc, recorded_at desc, id desc limit 1) e on true
    where b.id = ${budgetId} and b.status in ('adopted', 'amending', 'closed')
    group by b.id
    on conflict (budget_id) do update set status = excluded.status, total_investment = excluded.total_investment,
      total_running = excluded.total_running, investment = excluded.investment, running = excluded.running,
      committed = excluded.committed, paid = excluded.paid, as_of = excluded.as_of, computed_at = excluded.computed_at`.execute(
    db,
  )
}

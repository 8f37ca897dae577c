/** The association's library of actions and their first costs. The costs it states later are left alone. */
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import library from './action-library.json' with { type: 'json' }
import { rowsOf } from './rows-of.ts'

export async function loadPlanReference(db: Db): Promise<void> {
  const actions = library.rows.map((row, position) => ({ ...row, position }))
  const shape = sql`code text, position int, axis text, effects jsonb, title text, purpose text, "targetArea" text,
    "minimumConnectivity" text, "minimumItStaff" int, needs jsonb, "durationYears" int, categories jsonb, "isPoolable" boolean,
    mechanism text, trigger jsonb, domains jsonb, department text, risks jsonb, indicator jsonb`
  await sql`insert into planning.library_action (code, position, axis, effects, title, purpose, target_area,
      minimum_connectivity, minimum_it_staff, needs, duration_years, categories, is_poolable, mechanism, trigger, domains,
      department, risks, indicator)
    select code, position, axis, effects, title, purpose, "targetArea", "minimumConnectivity", "minimumItStaff",
      array(select jsonb_array_elements_text(needs)), "durationYears", array(select jsonb_array_elements_text(categories)),
      "isPoolable", mechanism, trigger, array(select jsonb_array_elements_text(domains)), department, risks, indicator
    from ${rowsOf(actions, shape)}
    on conflict (code) do update set position = excluded.position, axis = excluded.axis, effects = excluded.effects,
      title = excluded.title, purpose = excluded.purpose, target_area = excluded.target_area, needs = excluded.needs,
      minimum_connectivity = excluded.minimum_connectivity, minimum_it_staff = excluded.minimum_it_staff,
      duration_years = excluded.duration_years, categories = excluded.categories, is_poolable = excluded.is_poolable,
      mechanism = excluded.mechanism, trigger = excluded.trigger, domains = excluded.domains,
      department = excluded.department, risks = excluded.risks, indicator = excluded.indicator`.execute(
    db,
  )
  const costs = library.rows.map(({ code, brackets }, index) => ({
    ...{ code, brackets, source: library.source },
    id: `018f0000-0000-7000-8000-0000000d${String(index).padStart(4, '0')}`,
  }))
  await sql`insert into planning.library_cost (id, action_code, valid_from, brackets, reason, source, is_confirmed, created_at)
    select id, code, date '2024-10-11', brackets, 'Ordres de grandeur livrés avec la plateforme', source, false,
      timestamptz '2026-11-25'
    from ${rowsOf(costs, sql`id uuid, code text, brackets jsonb, source text`)}
    on conflict do nothing`.execute(db)
}

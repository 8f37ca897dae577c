/**
 * Counts the national figures again, whole: a few statements whatever the number of communes and years (decision 0034). The communes
 * are given as a relation, since their category and department belong to the directory.
 */
import { type RawBuilder, sql } from 'kysely'
import { listMatchingCommunes } from '#modules/directory/index.ts'
import { system } from '#platform/actor.ts'
import { type Db, writeAs } from '#platform/database.ts'
import { addJob, type Subscriber } from '#platform/events.ts'
import type { Platform } from '#platform/web.ts'
import { coveredCommunes } from '../plans/coverage.queries.ts'

/** Each gives (id, figure, key, year, level, total): what one commune adds to one figure. */
const additions: readonly RawBuilder<unknown>[] = [
  sql`select id, 'communes', '', 0, 0, 1 from place`,
  sql`select commune_id, 'axis', axis.key, 0, axis.value::numeric, 1 from planning.diagnosis_result,
    jsonb_each_text(levels) axis where is_latest`,
  sql`select commune_id, 'maturity', '', year, overall, 1 from planning.diagnosis_result`,
  sql`select distinct commune_id, 'plan', '', 0, 0, 1 from (${coveredCommunes}) covered where status = 'inForce'`,
  sql`select commune_id, 'site', case when is_met then 'met' when not is_met then 'unmet' else 'unknown' end, 0, 0, 1
    from planning.site_state`,
  sql`select commune_id, 'budget', given.key, year, 0, given.total from planning.budget_figure, lateral (values
      ('communes', 1), ('digital', investment + running), ('paid', paid),
      ('whole', total_investment + total_running),
      ('digitalOfWhole', case when total_investment + total_running > 0 then investment + running end)
    ) given(key, total) where given.total is not null`,
  sql`select commune_id, 'letter', given.key, year, 0, given.total from planning.letter_uptake, lateral (values
      ('signed', 1), ('withLines', (line_count > 0)::int)) given(key, total)`,
]

export async function refreshOverview(db: Db, now: Date): Promise<void> {
  const communes = await listMatchingCommunes(db)
  const place = sql`select * from unnest(${communes.map(({ id }) => id)}::uuid[],
    ${communes.map(({ category }) => category)}::text[],
    ${communes.map(({ departmentCode }) => departmentCode)}::text[]) as given(id, category, department_code)`
  // Two at once would each insert what the other has.
  await sql`lock table planning.overview_figure in share row exclusive mode`.execute(db)
  await sql`delete from planning.overview_figure`.execute(db)
  for (const addition of additions)
    await sql`with place as (${place}), addition(id, figure, key, year, level, total) as (${addition})
      insert into planning.overview_figure (department_code, category, figure, key, year, level, total, computed_at)
      select coalesce(department_code, ''), coalesce(category, ''), figure, key, year, level, sum(total), ${now}
      from addition join place using (id)
      group by cube (department_code, category), figure, key, year, level`.execute(db)
}

/** Every night, since plans end and years begin. */
export async function refreshOverviewNightly({ db }: Platform, now: Date): Promise<void> {
  await writeAs(db, system, (own) => refreshOverview(own, now))
}

export const refreshTask = 'refresh-overview'

/** After what changes a figure: many changes at once are counted once. */
export const askForOverview: Subscriber = (db) => addJob(db, refreshTask, {}, { key: refreshTask })

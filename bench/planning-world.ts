/** Ten years of diagnoses, budgets and letters, a plan and three sites for every commune: Benin's, then a country of 5,000. */
import { sql } from 'kysely'
import { refreshOverview } from '#modules/planning/index.ts'
import { system } from '#platform/actor.ts'
import { type Db, writeAs } from '#platform/database.ts'
import { axes } from '../src/modules/planning/axes.ts'

/** Invented communes, until there are this many; each is a neighbour of a real one. */
export async function addCommunes(db: Db, count: number): Promise<void> {
  await writeAs(db, system, async (own) => {
    await sql`create temporary table invented on commit drop as
      select gen_random_uuid() as id, row_number() over (order by random()) as number, commune.*
      from (select department_code, category, population, latitude, longitude, category_since, households, population_year,
          arrondissements, villages from directory.commune order by code) commune,
        generate_series(1, 80) copy
      limit ${count} - (select count(*) from directory.commune)`.execute(own)
    await sql`insert into identity.organisation (id, kind, name) select id, 'commune', 'Commune ' || number from invented`.execute(
      own,
    )
    await sql`insert into directory.commune (id, code, name, slug, department_code, category, category_since, is_department_seat,
        population, households, population_year, arrondissements, villages, latitude, longitude, position_is_seat)
      select id, 'BJ' || (4000 + number), 'Commune ' || number, 'commune-' || number, department_code, category, category_since,
        false, population, households, population_year, arrondissements, villages, latitude, longitude, false
      from invented`.execute(own)
  })
}

/** What is there already stays: the demonstration world, or the country before it grew. */
export async function fillPlanning(db: Db): Promise<void> {
  await writeAs(db, system, async (own) => {
    await sql`create temporary table bare on commit drop as
      select id, category, code from directory.commune
      where id not in (select commune_id from planning.budget) order by code`.execute(own)
    await addDiagnoses(own)
    await addBudgets(own)
    await addPlansAndLetters(own)
    await addSites(own)
    await refreshOverview(own, new Date())
  })
  await sql`vacuum analyze planning.diagnosis_result, planning.budget_figure, planning.letter_uptake, planning.site_state,
    planning.plan, planning.overview_figure, directory.commune`.execute(db)
}

const years = sql`generate_series(2018, 2027) as year`

async function addDiagnoses(db: Db): Promise<void> {
  await sql`create temporary table held on commit drop as
    select gen_random_uuid() as id, bare.id as commune_id, bare.category, bare.code, year from bare, ${years}`.execute(
    db,
  )
  await sql`insert into planning.questionnaire_version (id, number, title, content, published_at)
    select gen_random_uuid(), 1, 'Questionnaire', '{}', now()
    where not exists (select from planning.questionnaire_version)`.execute(db)
  await sql`insert into planning.diagnosis (id, reference, commune_id, questionnaire_version_id, category, year, status, results,
      created_by, confirmed_at)
    select id, 'DIA-' || year || '-' || code, commune_id,
      (select id from planning.questionnaire_version order by number desc limit 1),
      category, year, 'confirmed', '{}', gen_random_uuid(), make_timestamptz(year, 6, 1, 9, 0, 0) from held`.execute(
    db,
  )
  const levels = sql.join(axes.map((axis) => sql`${axis}::text, round((random() * 5)::numeric, 1)`))
  await sql`insert into planning.diagnosis_result (diagnosis_id, commune_id, category, year, questionnaire_number, overall, levels,
      online, is_latest, confirmed_at)
    select id, commune_id, category, year, 1, round((random() * 5)::numeric, 1), jsonb_build_object(${levels}), '{}',
      year = 2027, make_timestamptz(year, 6, 1, 9, 0, 0) from held`.execute(db)
}

async function addBudgets(db: Db): Promise<void> {
  await sql`create temporary table voted on commit drop as
    select gen_random_uuid() as id, bare.id as commune_id, bare.code, year from bare, ${years}`.execute(
    db,
  )
  await sql`insert into planning.budget (id, reference, commune_id, year, status)
    select id, 'BUD-' || year || '-' || code, commune_id, year, 'adopted' from voted`.execute(db)
  await sql`insert into planning.budget_figure (budget_id, commune_id, year, status, total_investment, total_running, investment,
      running, committed, paid, computed_at)
    select id, commune_id, year, 'adopted', 400000000, 300000000, (random() * 9000000)::bigint, (random() * 6000000)::bigint,
      2000000, 1000000, now() from voted`.execute(db)
}

async function addPlansAndLetters(db: Db): Promise<void> {
  await sql`insert into planning.plan (id, reference, commune_id, title, template, first_year, years, yearly_envelopes, status,
      in_force_at)
    select gen_random_uuid(), 'SDI-B-' || code, id, 'Schéma directeur', category, 2025, 3, array[1, 1, 1]::bigint[], 'inForce', now()
    from bare where random() < 0.6`.execute(db)
  await sql`create temporary table framed on commit drop as
    select gen_random_uuid() as id, bare.id as commune_id, bare.code, year from bare, ${years} where random() < 0.8`.execute(
    db,
  )
  await sql`insert into planning.letter (id, reference, commune_id, year, number, status, signed_at)
    select id, 'LDC-' || year || '-' || code, commune_id, year, 1, 'transmitted', now() from framed
    on conflict do nothing`.execute(db)
  await sql`insert into planning.letter_uptake (commune_id, year, letter_id, line_count, signed_at)
    select commune_id, year, id, (random() * 6)::int, now() from framed
    where id in (select id from planning.letter) on conflict do nothing`.execute(db)
}

async function addSites(db: Db): Promise<void> {
  await sql`create temporary table placed on commit drop as
    select gen_random_uuid() as id, bare.id as commune_id, number from bare, generate_series(1, 3) as number`.execute(
    db,
  )
  await sql`insert into planning.site (id, commune_id, name, kind)
    select id, commune_id, 'Site ' || number, 'other' from placed`.execute(db)
  await sql`insert into planning.site_state (site_id, commune_id, name, kind, technologies, providers, has_shared_wifi, measurements,
      required_kbps, speed, is_power_short, is_met, set_up_cost, yearly_cost, computed_at)
    select id, commune_id, 'Site ' || number, 'other', '{}', '{}', false, 1, 2000,
      case when number = 1 then 'met' when number = 2 then 'slow' else 'notMeasured' end, false,
      case when number = 1 then true when number = 2 then false end, 0, 0, now() from placed`.execute(
    db,
  )
}

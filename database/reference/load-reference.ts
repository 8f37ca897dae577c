/** Loads the facts the platform stands on: departments, communes, domains, services. Loading again changes nothing. */
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import arrondissements from './arrondissements.json' with { type: 'json' }
import charter from './charter.json' with { type: 'json' }
import communes from './communes.json' with { type: 'json' }
import departments from './departments.json' with { type: 'json' }
import domains from './domains.json' with { type: 'json' }
import framework from './framework.json' with { type: 'json' }
import { loadBudgetReference } from './load-budget-reference.ts'
import { loadConnectivityReference } from './load-connectivity.ts'
import { loadGovernanceReference } from './load-governance.ts'
import { loadModelLetter } from './load-model-letter.ts'
import { loadPlanReference } from './load-plans.ts'
import { loadServicesReference } from './load-services.ts'
import mechanisms from './mechanisms.json' with { type: 'json' }
import services from './municipal-services.json' with { type: 'json' }
import questionnaire from './questionnaire.json' with { type: 'json' }
import { rowsOf } from './rows-of.ts'

/** The association is always there; its people are not. */
export const associationId = '018f0000-0000-7000-8000-00000000a9cb'
export const associationName = 'Association Nationale des Communes du Bénin (ANCB)'

/** One statement per table, whatever the number of rows. */
export async function loadReference(db: Db): Promise<void> {
  await loadOrganisations(db)
  await loadDepartments(db)
  await loadCommunes(db)
  await loadArrondissements(db)
  await loadDomains(db)
  await loadServices(db)
  await loadMechanisms(db)
  await loadFramework(db)
  await loadCharter(db)
  await loadQuestionnaire(db)
  await loadConnectivityReference(db)
  await loadBudgetReference(db)
  await loadServicesReference(db)
  await loadModelLetter(db, associationId)
  await loadPlanReference(db)
  await loadGovernanceReference(db, associationId)
}

async function loadOrganisations(db: Db): Promise<void> {
  const rows = [
    { id: associationId, kind: 'association', name: associationName },
    ...communes.rows.map(({ id, name }) => ({ id, kind: 'commune', name })),
  ]
  await sql`insert into identity.organisation (id, kind, name)
    select id, kind, name from ${rowsOf(rows, sql`id uuid, kind text, name text`)}
    on conflict (id) do update set name = excluded.name where organisation.name <> excluded.name`.execute(
    db,
  )
}

async function loadDepartments(db: Db): Promise<void> {
  const shape = sql`code text, "isoCode" text, name text, slug text, seat text`
  await sql`insert into directory.department (code, iso_code, name, slug, seat)
    select code, "isoCode", name, slug, seat from ${rowsOf(departments.rows, shape)}
    on conflict (code) do update set name = excluded.name, slug = excluded.slug, seat = excluded.seat`.execute(
    db,
  )
}

async function loadCommunes(db: Db): Promise<void> {
  const shape = sql`id uuid, code text, name text, slug text, aliases jsonb, "departmentCode" text, category text,
    "categorySince" date, "isDepartmentSeat" boolean, population int, households int, "populationYear" int,
    arrondissements int, villages int, latitude float8, longitude float8, "positionIsSeat" boolean`
  await sql`insert into directory.commune (id, code, name, slug, aliases, department_code, category, category_since,
      is_department_seat, population, households, population_year, arrondissements, villages, latitude, longitude, position_is_seat)
    select id, code, name, slug, array(select jsonb_array_elements_text(aliases)), "departmentCode", category, "categorySince",
      "isDepartmentSeat", population, households, "populationYear", arrondissements, villages, latitude, longitude, "positionIsSeat"
    from ${rowsOf(communes.rows, shape)}
    on conflict (id) do update set name = excluded.name, aliases = excluded.aliases, category = excluded.category,
      category_since = excluded.category_since, latitude = excluded.latitude, longitude = excluded.longitude`.execute(
    db,
  )
  await updatePopulations(db)
}

/** Figures that the operator imported stay, until Cauri brings those of a later year. */
async function updatePopulations(db: Db): Promise<void> {
  const shape = sql`id uuid, population int, households int, "populationYear" int`
  await sql`update directory.commune set population = given.population, households = given.households,
      population_year = given."populationYear", population_imported_at = null
    from ${rowsOf(communes.rows, shape)}
    where commune.id = given.id
      and (commune.population, commune.households, commune.population_year)
        <> (given.population, given.households, given."populationYear")
      and (population_imported_at is null or given."populationYear" > commune.population_year)`.execute(
    db,
  )
}

async function loadArrondissements(db: Db): Promise<void> {
  const idOf = new Map(communes.rows.map(({ code, id }) => [code, id]))
  const rows = arrondissements.rows.map(([code, communeCode, name, population]) => ({
    code,
    communeId: idOf.get(String(communeCode)),
    name,
    population,
  }))
  await sql`insert into directory.arrondissement (code, commune_id, name, population)
    select code, "communeId", name, population
    from ${rowsOf(rows, sql`code text, "communeId" uuid, name text, population int`)}
    on conflict (code) do update set name = excluded.name, population = excluded.population`.execute(
    db,
  )
}

async function loadDomains(db: Db): Promise<void> {
  const rows = domains.rows.map((domain, position) => ({ ...domain, position }))
  await sql`insert into directory.domain (code, label, description, position)
    select code, label, description, position
    from ${rowsOf(rows, sql`code text, label text, description text, position int`)}
    on conflict (code) do update set label = excluded.label, description = excluded.description, position = excluded.position`.execute(
    db,
  )
}

async function loadServices(db: Db): Promise<void> {
  await sql`insert into directory.municipal_service (code, label, domain_code)
    select code, label, "domainCode" from ${rowsOf(services.rows, sql`code text, label text, "domainCode" text`)}
    on conflict (code) do update set label = excluded.label, domain_code = excluded.domain_code`.execute(
    db,
  )
}

/** The first limits of each mechanism. Later ones are the association's: loading again leaves them alone. */
async function loadMechanisms(db: Db): Promise<void> {
  const rows = mechanisms.rows.map((row, index) => ({
    ...row,
    id: `018f0000-0000-7000-8000-0000000e${String(index).padStart(4, '0')}`,
  }))
  const shape = sql`id uuid, mechanism text, "amountMin" bigint, "amountMax" bigint, "minimumDays" int, "maximumDays" int,
    "lateChangeDays" int, "legalBasis" text, source text, "isConfirmed" boolean`
  await sql`insert into collaboration.mechanism_rule (id, mechanism, valid_from, amount_min, amount_max, minimum_days,
      maximum_days, late_change_days, legal_basis, source, is_confirmed, reason)
    select id, mechanism, date '2024-10-11', "amountMin", "amountMax", "minimumDays", "maximumDays", "lateChangeDays",
      "legalBasis", source, "isConfirmed", 'Règles livrées avec la plateforme'
    from ${rowsOf(rows, shape)} on conflict do nothing`.execute(db)
}

const firstFrameworkId = '018f0000-0000-7000-8000-0000000f0001'

/** The first version of the framework agreement, published. Later ones are the association's. */
async function loadFramework(db: Db): Promise<void> {
  const { title, preamble, source } = framework
  const { rows } = await sql<{ id: string }>`
    insert into collaboration.framework_version (id, association_id, number, title, preamble, summary_of_changes, status)
    select ${firstFrameworkId}, ${associationId}, 1, ${title}, ${preamble}, ${source}, 'draft'
    where not exists (select from collaboration.framework_version) returning id`.execute(db)
  if (rows.length === 0) return
  const clauses = framework.clauses.map((clause, index) => ({
    ...clause,
    id: `018f0000-0000-7000-8000-0000000f1${String(index).padStart(3, '0')}`,
    position: index + 1,
  }))
  const shape = sql`id uuid, key text, position int, title text, body text, guidance text, "isMandatory" boolean`
  await sql`insert into collaboration.framework_clause
      (id, framework_version_id, key, position, title, body, guidance, is_mandatory)
    select id, ${firstFrameworkId}, key, position, title, body, guidance, "isMandatory"
    from ${rowsOf(clauses, shape)}`.execute(db)
  await sql`update collaboration.framework_version set status = 'published', published_at = date '2024-10-11'
    where id = ${firstFrameworkId}`.execute(db)
}

const firstCharterId = '018f0000-0000-7000-8000-0000000f0000'

/** The first list of main points. Later versions are the association's: loading again leaves them alone. */
async function loadCharter(db: Db): Promise<void> {
  await sql`insert into collaboration.charter_version (id, number, status, note, organisation_id, created_at, published_at)
    values (${firstCharterId}, 1, 'published', ${charter.note}, ${associationId}, timestamptz '2026-11-23', timestamptz '2026-11-23')
    on conflict do nothing`.execute(db)
  const rows = charter.rows.map((row, index) => ({
    ...row,
    id: `018f0000-0000-7000-8000-0000000f${String(index + 1).padStart(4, '0')}`,
    position: index + 1,
  }))
  const shape = sql`id uuid, key text, position int, title text, guidance text, example text, source text, "isMandatory" boolean`
  await sql`insert into collaboration.charter_point (id, charter_version_id, key, position, title, guidance, example, source, is_mandatory)
    select id, ${firstCharterId}, key, position, title, guidance, example, source, "isMandatory"
    from ${rowsOf(rows, shape)} on conflict do nothing`.execute(db)
}

/** A version, once published, never changes: loading again adds those that are new. */
async function loadQuestionnaire(db: Db): Promise<void> {
  const rows = questionnaire.versions.map((version) => ({
    ...version,
    id: `018f0000-0000-7000-8000-00000041${String(version.number).padStart(4, '0')}`,
  }))
  const shape = sql`id uuid, number int, title text, note text, content jsonb, "publishedOn" date`
  await sql`insert into planning.questionnaire_version (id, number, title, note, content, published_at)
    select id, number, title, note, content, "publishedOn"
    from ${rowsOf(rows, shape)} on conflict do nothing`.execute(db)
}

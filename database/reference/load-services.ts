/** What each municipal service is, where the State serves it, and the tariffs that public sources name. */
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import communes from './communes.json' with { type: 'json' }
import { rowsOf } from './rows-of.ts'
import places from './service-places.json' with { type: 'json' }
import sheets from './service-sheets.json' with { type: 'json' }

const idOf = new Map(communes.rows.map(({ slug, id }) => [slug, id]))

export async function loadServicesReference(db: Db): Promise<void> {
  await loadSheets(db)
  await loadPlatforms(db)
  await loadFees(db)
}

async function loadSheets(db: Db): Promise<void> {
  const shape = sql`code text, targets jsonb, "lifeEvent" text, authority text, description text, outcome text, documents jsonb,
    regulations jsonb, delay jsonb, "delayDays" int, process text, channels jsonb, suspension jsonb`
  await sql`insert into services.sheet (service_code, targets, life_event, authority, description, outcome, documents, regulations,
      delay, delay_days, process, channels, suspension, source, source_date)
    select code, array(select jsonb_array_elements_text(targets)), "lifeEvent", authority, description, outcome, documents,
      regulations, nullif(delay, 'null'::jsonb), "delayDays", process, array(select jsonb_array_elements_text(channels)),
      nullif(suspension, 'null'::jsonb), ${sheets.source}, ${sheets.date}::date
    from ${rowsOf(sheets.rows, shape)}
    on conflict (service_code) do update set targets = excluded.targets, life_event = excluded.life_event,
      authority = excluded.authority, description = excluded.description, outcome = excluded.outcome,
      documents = excluded.documents, regulations = excluded.regulations, delay = excluded.delay,
      delay_days = excluded.delay_days, process = excluded.process, channels = excluded.channels,
      suspension = excluded.suspension, source = excluded.source, source_date = excluded.source_date`.execute(
    db,
  )
}

async function loadPlatforms(db: Db): Promise<void> {
  const rows = places.platforms.flatMap(({ services, communes: slugs, ...platform }) =>
    services.flatMap((service) =>
      (slugs ?? [null]).map((slug) => ({
        ...platform,
        service,
        communeId: slug && idOf.get(slug),
      })),
    ),
  )
  const shape = sql`service text, "communeId" uuid, platform text, url text, since date, source text`
  await sql`insert into services.state_platform (id, service_code, commune_id, platform, url, since, source)
    select md5(concat_ws(':', service, "communeId", platform))::uuid, service, "communeId", platform, url, since, source
    from ${rowsOf(rows, shape)}
    on conflict (service_code, commune_id, platform) do update set url = excluded.url, since = excluded.since,
      source = excluded.source`.execute(db)
}

/** What a commune annuls or dates later is left alone. */
async function loadFees(db: Db): Promise<void> {
  const rows = places.fees.map((fee) => ({ ...fee, communeId: idOf.get(fee.commune) }))
  const shape = sql`"communeId" uuid, service text, label text, amount bigint, source text`
  await sql`insert into services.fee (id, commune_id, service_code, label, amount, source)
    select md5(concat_ws(':', "communeId", service, label))::uuid, "communeId", service, label, amount, source
    from ${rowsOf(rows, shape)} on conflict (id) do nothing`.execute(db)
}

/** Technologies, providers and first assumptions of connectivity. What the association changes later is left alone. */
import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import connectivity from './connectivity.json' with { type: 'json' }
import { rowsOf } from './rows-of.ts'

export async function loadConnectivityReference(db: Db): Promise<void> {
  const technologies = connectivity.technologies.map((row, position) => ({ ...row, position }))
  await sql`insert into planning.technology (code, label, level, position)
    select code, label, level, position
    from ${rowsOf(technologies, sql`code text, label text, level text, position int`)}
    on conflict (code) do update set label = excluded.label, level = excluded.level, position = excluded.position`.execute(
    db,
  )
  await sql`insert into planning.provider (code, name, source)
    select code, name, source from ${rowsOf(connectivity.providers, sql`code text, name text, source text`)}
    on conflict do nothing`.execute(db)
  const assumptions = connectivity.assumptions.map((row, index) => ({
    ...row,
    id: `018f0000-0000-7000-8000-0000000c${String(index).padStart(4, '0')}`,
  }))
  await sql`insert into planning.connectivity_assumption (id, key, valid_from, value, source, is_confirmed, reason)
    select id, key, date '2024-10-11', value, source, false, 'Hypothèses livrées avec la plateforme'
    from ${rowsOf(assumptions, sql`id uuid, key text, value bigint, source text`)}
    on conflict do nothing`.execute(db)
}

/**
 * Every indicator counted for the 77 communes of the demonstration world, each of which says the level of every service and changes it
 * every year: today's, then the months that history lacks; and the pages that tell them.
 */
import { sql } from 'kysely'
import { refreshIndicators } from '#modules/governance/index.ts'
import { system } from '#platform/actor.ts'
import { writeAs } from '#platform/database.ts'
import { startApp } from '#test/app.ts'
import { measure, report } from './measure.ts'

const { app, database, close } = await startApp()
const { db } = database

async function fillServices(): Promise<void> {
  await writeAs(db, system, (own) =>
    sql`insert into services.offer_change (id, commune_id, service_code, to_level, cause, occurred_at)
      select gen_random_uuid(), commune.id, service.code,
        (array['paper', 'information', 'form', 'online'])[1 + floor(random() * 4)], 'declared', make_timestamptz(year, 3, 1, 9, 0, 0)
      from directory.commune, directory.municipal_service service, generate_series(2019, 2026) as year`.execute(
      own,
    ),
  )
  await sql`vacuum analyze services.offer_change`.execute(db)
}

const count = (moment: string) =>
  writeAs(db, system, (own) => refreshIndicators(own, new Date(moment)))

let asked = 0
async function open(path: string): Promise<void> {
  asked += 1
  const { statusCode } = await app.inject({ url: `${path}?vu=${asked}` })
  if (statusCode !== 200) throw new Error(`${path} : ${statusCode}`)
}

try {
  await fillServices()
  await count('2026-11-25T02:00:00Z')
  report([
    await measure(
      'tous les indicateurs, 77 communes',
      'moins de 2 s',
      () => count('2026-11-25T02:00:00Z'),
      20,
    ),
    await measure(
      'les mêmes, et cinq ans de mois à recompter',
      'moins de 20 s',
      async () => {
        await writeAs(db, system, (own) =>
          sql`delete from governance.indicator_snapshot`.execute(own),
        )
        await count('2026-11-25T02:00:00Z')
      },
      3,
    ),
    await measure('page nationale des indicateurs', 'moins de 100 ms', () => open('/indicateurs')),
    await measure('page d’un indicateur', 'moins de 100 ms', () => open('/indicateurs/maturite')),
    await measure('indicateurs d’une commune', 'moins de 100 ms', () =>
      open('/communes/glazoue/indicateurs'),
    ),
  ])
} finally {
  await close()
}

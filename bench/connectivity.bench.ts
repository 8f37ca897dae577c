/** The national page of connectivity, whole, through the server: 77 communes, then a synthetic country of 5,000; and what one measurement costs. */
import { sql } from 'kysely'
import { system } from '#platform/actor.ts'
import { type Db, writeAs } from '#platform/database.ts'
import { startApp } from '#test/app.ts'
import {
  refreshAllStates,
  refreshStates,
} from '../src/modules/planning/connectivity/refresh-states.ts'
import { type Measure, measure, report } from './measure.ts'
import { addCommunes } from './planning-world.ts'

const aim = 'moins de 150 ms'
const { app, platform, database, close } = await startApp({ demo: false })
const { db } = database

/** Five sites for each commune that has none, four of them connected, each measured once a month for a year, cut off twice. */
async function fillConnectivity(): Promise<void> {
  await writeAs(db, system, async (own) => {
    await sql`create temporary table placed on commit drop as
      select gen_random_uuid() as site_id, gen_random_uuid() as link_id, commune.id as commune_id, number,
        (array['fibre', '4g', '3g', 'satellite'])[1 + floor(random() * 4)::int] as technology,
        (array['mtn', 'moov', 'celtiis', 'sbin'])[1 + floor(random() * 4)::int] as provider
      from directory.commune commune, generate_series(1, 5) number
      where commune.id not in (select commune_id from planning.site)`.execute(own)
    await sql`insert into planning.site (id, commune_id, name, kind, power, power_hours)
      select site_id, commune_id, 'Lieu ' || number, case number when 1 then 'mairie' else 'arrondissement' end, 'grid', 4 + number * 3
      from placed`.execute(own)
    await sql`insert into planning.link (id, site_id, commune_id, technology, provider_code, since)
      select link_id, site_id, commune_id, technology, provider, current_date - 400 from placed where number < 5`.execute(
      own,
    )
    await sql`insert into planning.measurement (id, commune_id, site_id, link_id, taken_at, source, down_kbps, up_kbps, latency_ms)
      select gen_random_uuid(), commune_id, site_id, link_id, now() - (month * 29 + 1) * interval '1 day', 'manual',
        500 + random() * 20000, 300 + random() * 5000, 20 + random() * 600
      from placed, generate_series(0, 11) month where number < 4`.execute(own)
    await sql`insert into planning.outage (id, link_id, site_id, commune_id, began_at, ended_at, cause)
      select gen_random_uuid(), link_id, site_id, commune_id, now() - turn * interval '31 days', now() - turn * interval '30 days', 'power'
      from placed, generate_series(1, 2) turn where number < 5`.execute(own)
  })
  const startedAt = performance.now()
  await refreshAllStates(platform, new Date())
  process.stderr.write(`états de tout le pays : ${Math.round(performance.now() - startedAt)} ms\n`)
  await sql`vacuum analyze planning.site, planning.link, planning.measurement, planning.outage, planning.site_state,
    planning.link_state, planning.commune_state, directory.commune`.execute(db)
}

/** Each address is new, so that none comes from the pages that are kept. */
let asked = 0
const open = async (path: string, query = '') => {
  asked += 1
  const answer = await app.inject({ url: `${path}?vu=${asked}${query}` })
  if (answer.statusCode !== 200) throw new Error(`${path} : ${answer.statusCode}`)
}

async function measureCountry(count: number): Promise<Measure[]> {
  const country = `${count} communes`
  return [
    await measure(`page nationale, ${country}`, aim, () => open('/connectivite')),
    await measure(`la même, un département, ${country}`, aim, () =>
      open('/connectivite', '&departement=BJ08'),
    ),
    await measure(`la même, un fournisseur, ${country}`, aim, () =>
      open('/connectivite', '&fournisseur=mtn'),
    ),
    await measure(`états d’une commune réécrits, ${country}`, 'moins de 50 ms', rewriteOne),
  ]
}

async function rewriteOne(): Promise<void> {
  const { id } = await db
    .selectFrom('directory.commune')
    .select('id')
    .limit(1)
    .executeTakeFirstOrThrow()
  await writeAs(db, system, (own: Db) => refreshStates(own, [id], new Date()))
}

try {
  await fillConnectivity()
  const measures = await measureCountry(77)
  await addCommunes(db, 5000)
  await fillConnectivity()
  report([...measures, ...(await measureCountry(5000))])
} finally {
  await close()
}

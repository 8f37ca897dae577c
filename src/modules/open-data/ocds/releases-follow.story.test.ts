import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { system, visitor } from '#platform/actor.ts'
import { type Db, readAs, writeAs } from '#platform/database.ts'
import { useDatabase } from '#test/database.ts'
import { refreshAllReleases, releaseSubscribers } from './refresh-releases.ts'
import { listReleases, measureExtent } from './release.queries.ts'

const moment = new Date('2026-11-24T08:00:00Z')

describe('les publications suivent ce qui arrive', () => {
  let database: Awaited<ReturnType<typeof useDatabase>>
  before(async () => {
    database = await useDatabase({ demo: true })
  })
  after(() => database.close())

  const write = (work: (db: Db) => Promise<unknown>) => writeAs(database.db, system, work)
  const readReleases = () =>
    readAs(database.db, system, (db) => listReleases(db, { year: null }, 0, 1000))
  const find = async (query: ReturnType<typeof sql<{ id: string; reference: string }>>) =>
    readAs(database.db, system, async (db) => {
      const [row] = (await query.execute(db)).rows
      assert.ok(row)
      return row
    })
  const tell = (kind: string, subjectId: string, occurredAt = moment) =>
    write(async (db) => {
      const [subscriber] = releaseSubscribers[kind] ?? []
      assert.ok(subscriber, kind)
      await subscriber(db, { ...{ id: randomUUID(), kind, subjectId, occurredAt }, payload: {} })
    })

  test('un paiement en fait une, une seule fois, qui porte le moment de l’événement', async () => {
    const milestone = await find(
      sql`select m.id, p.reference from collaboration.milestone m join collaboration.project p on p.id = m.project_id
        where p.status = 'running' and m.paid_on is null limit 1`,
    )
    const known = await readReleases()
    await write((db) =>
      sql`update collaboration.milestone set paid_on = '2026-11-24', paid_amount = 12345 where id = ${milestone.id}`.execute(
        db,
      ),
    )
    await tell('milestone.pay', milestone.id)
    await tell('milestone.pay', milestone.id)
    const added = (await readReleases()).slice(known.length)
    assert.equal(added.length, 1)
    assert.match(added[0]?.id ?? '', /20261124T080000000Z$/)
    assert.deepEqual(added[0]?.tag, ['implementationUpdate'])
    assert.match(added[0]?.body ?? '', /"amount":12345/)
  })

  test('ce qui n’a rien changé n’en fait pas, ni une seconde passe sur tout', async () => {
    const known = await readReleases()
    const call = await find(
      sql`select id, reference from collaboration.call where status = 'published' limit 1`,
    )
    await tell('call.amend', call.id)
    await refreshAllReleases(database.db, new Date('2026-11-25T00:00:00Z'))
    assert.equal((await readReleases()).length, known.length)
  })

  test('un brouillon ne dit rien, quoi qu’on annonce', async () => {
    const known = await readReleases()
    for (const kind of ['call', 'project', 'agreement'] as const) {
      const draft = { call: 'draft', project: 'preparing', agreement: 'negotiating' }[kind]
      const row = await find(
        sql`select id, reference from collaboration.${sql.ref(kind)} where status = ${draft} limit 1`,
      )
      await tell(
        { call: 'call.publish', project: 'project.start', agreement: 'agreement.complete' }[kind],
        row.id,
      )
    }
    assert.equal((await readReleases()).length, known.length)
  })

  test('un besoin retiré ne se lit plus, ni dans ce qui fut publié', async () => {
    const need = await find(
      sql`select n.id, n.reference from collaboration.need n join opendata.process p on p.process_id = n.id
        where p.stage = 'planning' and n.status in ('published', 'met') limit 1`,
    )
    const at = new Date('2026-11-26T08:00:00Z')
    await write(async (db) => {
      await sql`update collaboration.need set status = 'withdrawn' where id = ${need.id}`.execute(
        db,
      )
      await sql`insert into collaboration.need_event (id, need_id, commune_id, step, to_status, occurred_at)
        select ${randomUUID()}, id, commune_id, 'withdraw', 'withdrawn', ${at} from collaboration.need where id = ${need.id}`.execute(
        db,
      )
    })
    await tell('need.withdraw', need.id, at)
    const left = (await readReleases()).filter(({ reference }) => reference === need.reference)
    assert.deepEqual(
      left.map(({ tag, body }) => [
        tag,
        JSON.parse(body).planning ?? null,
        JSON.parse(body).tender.status,
      ]),
      [[['tenderCancellation'], null, 'withdrawn']],
    )
  })

  test('une publication retirée ne sort par aucune requête d’un visiteur, qui n’en écrit pas non plus', async () => {
    const withheld = (reader: typeof system | typeof visitor) =>
      readAs(database.db, reader, async (db) => {
        const found = sql<{
          id: string
        }>`select id from opendata.release where withheld_at is not null`
        return (await found.execute(db)).rows.length
      })
    assert.ok((await withheld(system)) > 0)
    assert.equal(await withheld(visitor), 0)
    await assert.rejects(
      writeAs(database.db, visitor, (db) =>
        sql`insert into opendata.release (id, reference, date, tag, body)
          select 'x', reference, now(), '{tender}', '{}' from opendata.process limit 1`.execute(db),
      ),
      /row-level security/,
    )
    const written = await writeAs(database.db, visitor, (db) =>
      sql`update opendata.process set stage = 'planning'`.execute(db),
    )
    assert.equal(written.numAffectedRows, 0n)
  })

  test('les années sont celles de Porto-Novo, et seulement de ce qui est donné', async () => {
    await write((db) =>
      sql`insert into opendata.release (id, reference, date, tag, body, withheld_at)
        select 'nouvel-an', reference, '2029-12-31T23:30:00Z'::timestamptz, '{tender}'::text[], '{}'::json, null::timestamptz
          from (select reference from opendata.process limit 1) as one
        union all
        select 'retiree', reference, '2031-06-01T12:00:00Z', '{tender}', '{}', now()
          from (select reference from opendata.process limit 1) as one`.execute(db),
    )
    const { years, lastAt } = await readAs(database.db, system, measureExtent)
    assert.equal(years[0], 2030)
    assert.ok(!years.includes(2029) && !years.includes(2031))
    assert.equal(lastAt?.toISOString(), '2029-12-31T23:30:00.000Z')
  })

  test('ce qui fut publié ne se récrit ni ne s’efface', async () => {
    for (const query of [
      sql`update opendata.release set body = '{}'`,
      sql`update opendata.release set date = now()`,
      sql`delete from opendata.release`,
    ])
      await assert.rejects(
        write((db) => query.execute(db)),
        /never changed/,
      )
  })
})

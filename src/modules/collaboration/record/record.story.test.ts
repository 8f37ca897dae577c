import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { system, visitor } from '#platform/actor.ts'
import { readAs } from '#platform/database.ts'
import { startApp, type TestApp } from '#test/app.ts'
import { Client } from '#test/client.ts'
import { listFacts, listProcesses, sumByParty, sumByYear, sumRecord } from './record.queries.ts'
import { totalKeys } from './record.schema.ts'

const everything = { year: null, communeId: null, startupId: null }

describe('le registre public', () => {
  let app: TestApp
  before(async () => {
    app = await startApp()
  })
  after(() => app.close())

  const reader = () => ({ db: app.platform.db, actor: visitor })
  const look = async (path: string) => new Client(app.origin).get(path)
  const findReference = async (table: 'call' | 'agreement' | 'pilot', status: string) => {
    const { rows } = await readAs(app.database.db, system, (db) =>
      sql<{ reference: string }>`select reference from collaboration.${sql.ref(table)}
        where status = ${status} limit 1`.execute(db),
    )
    assert.ok(rows[0], `${table} ${status}`)
    return rows[0].reference
  }

  test('d’un appel conclu, montre le besoin, l’ouverture, l’attribution, les notes et les délais', async () => {
    const { status, html } = await look(`/registre/${await findReference('call', 'concluded')}`)
    assert.equal(status, 200)
    for (const told of [
      'Besoin publié',
      'Appel publié',
      'Propositions ouvertes',
      'Appel attribué',
      'Notes et rangs',
      'De l’appel à l’ouverture',
    ])
      assert.ok(html.includes(told), told)
  })

  test('d’un appel infructueux, dit pourquoi', async () => {
    const { html } = await look(`/registre/${await findReference('call', 'unsuccessful')}`)
    assert.match(html, /Appel infructueux/)
  })

  test('ne connaît ni un brouillon, ni une convention qui se négocie', async () => {
    const negotiating = await findReference('agreement', 'negotiating')
    const references = (await listFacts(reader(), everything, 5000)).map(
      ({ reference }) => reference,
    )
    assert.ok(!references.includes(negotiating))
    assert.ok(references.every((reference) => reference !== null))
    assert.equal((await look('/registre/BES-1999-0001')).status, 404)
  })

  test('mène à chaque parcours, page après page, sans en répéter', async () => {
    const all = await listProcesses(reader(), everything, null, 1000)
    const seen: string[] = []
    let last = all[0]
    for (let cursor = null; ; ) {
      const found = await listProcesses(reader(), everything, cursor, 2)
      seen.push(...found.slice(0, 2).map(({ processId }) => processId))
      last = found[1]
      if (found.length <= 2 || !last) break
      cursor = { publishedAt: last.lastAt.toISOString(), id: last.processId } as never
    }
    assert.deepEqual(
      seen,
      all.map(({ processId }) => processId),
    )
  })

  test('les totaux par année et par commune font le total', async () => {
    const whole = await sumRecord(reader(), everything)
    assert.ok(whole.needs > 0 && whole.signed > 0 && whole.awarded > 0)
    for (const lines of [await sumByYear(reader()), await sumByParty(reader(), 'commune', null)])
      for (const key of totalKeys)
        assert.equal(
          lines.reduce((sum, line) => sum + line[key], 0),
          whole[key],
          key,
        )
  })

  test('un avenant ne compte que ce qu’il ajoute', async () => {
    const facts = await listFacts(reader(), everything, 5000)
    const { signed } = await sumRecord(reader(), everything)
    const { rows } = await readAs(app.database.db, system, (db) =>
      sql<{ sum: number }>`select sum(amount)::bigint as sum from collaboration.agreement
        where signed_at is not null`.execute(db),
    )
    assert.equal(signed, rows[0]?.sum)
    assert.ok(facts.some(({ kind }) => kind === 'agreement.sign'))
  })

  test('se filtre par commune et par année, et s’ouvre dans un tableur', async () => {
    const [commune] = await sumByParty(reader(), 'commune', null)
    const found = await listFacts(reader(), { ...everything, communeId: commune?.id ?? '' }, 5000)
    assert.ok(found.length > 0)
    assert.ok(found.every(({ communeId }) => communeId === commune?.id))
    const page = await look(`/registre?commune=${commune?.id}&annee=2026`)
    assert.equal(page.status, 200)
    const workbook = await fetch(new URL('/registre.xlsx', app.origin))
    assert.match(workbook.headers.get('content-type') ?? '', /spreadsheetml/)
  })
})

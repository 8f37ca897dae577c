/** The secretariat reads how the platform is: what failed, what is owed, whether the journal is whole. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { system } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import { readAs, writeAs } from '#platform/database.ts'
import { createId } from '#platform/id.ts'
import { recordOperation } from '#platform/operations/operations.ts'
import { startApp, type TestApp } from '#test/app.ts'
import { Client } from '#test/client.ts'
import { createDemoActor } from '#test/factories/calls.ts'
import { operationsSpace } from './operations.space.ts'
import { verifyJournal } from './verify-journal.ts'

const home = '/espace/exploitation'

describe('l’exploitation', () => {
  let app: TestApp
  let client: Client
  before(async () => {
    app = await startApp()
    client = new Client(app.origin)
    await client.signIn('ancb@demo.example')
  })
  after(() => app.close())

  const read = async () => (await client.get(home)).html
  const run = (text: string, values: unknown[] = []) => app.database.pool.query(text, values)
  const listTasks = async () => {
    const { db } = app.platform
    const staff = await createDemoActor(db, 'ancb', 'staff')
    return readAs(db, staff, (of) => operationsSpace.listTasks(of, staff, new Date()))
  }

  test('dit que rien n’a encore été sauvegardé ni vérifié', async () => {
    const html = await read()
    assert.match(html, /Aucune sauvegarde depuis un jour/)
    assert.match(html, /Pas encore faite/)
  })

  test('la sauvegarde faite, elle ne la réclame plus', async () => {
    const now = new Date()
    await recordOperation(app.platform.db, {
      ...{ kind: 'backup', startedAt: now, finishedAt: now, isWhole: true },
      counts: { rows: 1200, files: 8, lost: 0 },
    })
    const html = await read()
    assert.doesNotMatch(html, /Aucune sauvegarde depuis un jour/)
    assert.match(html, /1\s200 lignes, 8 fichiers/)
    assert.deepEqual(await listTasks(), [])
  })

  test('ce qui a échoué se lit sans nom ni adresse, et se reprend', async () => {
    await writeAs(app.platform.db, system, (db) =>
      db
        .insertInto('platform.message')
        .values({
          ...{ id: '00000000-0000-7000-8000-00000000abcd', channel: 'email', topic: 'needs' },
          ...{
            recipient: 'secrete@mairie.example',
            subject: 'Bonjour Akouvi',
            body: 'Texte privé',
          },
          ...{
            dedupeKey: 'failed:1',
            failedAt: new Date(),
            lastError: 'Error EAUTH 535',
            attempts: 25,
          },
        })
        .execute(),
    )
    await run(
      `select graphile_worker.add_job('send-message', '{"messageId": "x"}', max_attempts => 1)`,
    )
    await run(`update graphile_worker._private_jobs set attempts = max_attempts`)
    const html = await read()
    assert.match(html, /Error EAUTH 535/)
    assert.doesNotMatch(html, /secrete@mairie|Akouvi|Texte privé/)
    const answer = await client.submit(home, `${home}/reprendre`, {})
    assert.match(answer.html, /tâches? repren/)
    const { rows } = await run(
      'select count(*)::int as n from graphile_worker.jobs where attempts >= max_attempts',
    )
    assert.equal(rows[0].n, 0)
  })

  test('le journal vérifié est dit entier', async () => {
    const act = { action: 'test.act', subjectKind: 'test', subjectId: createId(), details: {} }
    await writeAs(app.platform.db, system, (db) =>
      recordAudit(db, { actor: system, organisationId: null, ...act }, new Date()),
    )
    await verifyJournal(app.platform, new Date())
    const html = await read()
    assert.match(html, /[1-9]\d* lignes?, aucune rupture/)
    assert.doesNotMatch(html, /Le journal d’audit est rompu/)
  })

  test('rompu, le secrétariat l’apprend par courrier, par son espace et par la page', async () => {
    await run('alter table platform.audit_line disable trigger user')
    await run(
      `update platform.audit_line set details = '{"forged": true}' where chain = (select chain from platform.audit_line limit 1)`,
    )
    await verifyJournal(app.platform, new Date())
    assert.match(await read(), /Le journal d’audit est rompu/)
    assert.deepEqual(
      (await listTasks()).map(({ title }) => title),
      ['Le journal d’audit est rompu'],
    )
    const { rows } = await run(
      "select count(*)::int as n from platform.message where dedupe_key like 'journal-broken:%'",
    )
    assert.ok(rows[0].n > 0)
  })
})

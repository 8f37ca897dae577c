import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Operator, useOperator } from './operator/run-command.fixture.ts'

describe('the operator’s commands', () => {
  let operator: Operator
  let database: Operator['database']
  const run: Operator['run'] = (...words) => operator.run(...words)

  before(async () => {
    operator = await useOperator()
    database = operator.database
  })
  after(() => operator.close())

  test('are listed when none is named, or one that does not exist', async () => {
    for (const words of [[], ['constructor'], ['detruire']]) {
      const { status, text } = await run(...words)
      assert.equal(status, 2)
      assert.match(text, /script\/cauri migrate/)
      assert.match(text, /script\/cauri verify-audit/)
    }
  })

  test('bring the database up to date beside the server that runs', async () => {
    assert.deepEqual(await run('migrate'), { status: 0, text: 'La base est à jour.\n' })
    const { rows } = await database.query('select count(*)::int as n from directory.commune')
    assert.equal(rows[0].n, 77)
  })

  test('create an account of the association, whose link chooses the password', async () => {
    assert.equal((await run('create-admin', 'sans-arobase')).status, 2)
    const { status, text } = await run('create-admin', 'SG@ancb.example', 'Nom', 'Prénom')
    assert.equal(status, 0, text)
    assert.match(text, /http:\/\/localhost:3000\/activation\/[\w-]{43}/)
    const { rows } = await database.query('select email, full_name from identity.person')
    assert.deepEqual(rows, [{ email: 'sg@ancb.example', full_name: 'Nom Prénom' }])
  })

  test('verify the journal, and fail where it is broken', async () => {
    await database.query(`insert into platform.audit_head values ('platform', 0, repeat('0', 64))`)
    const whole = await run('verify-audit')
    assert.equal(whole.status, 0, whole.text)
    await database.query("update platform.audit_head set sequence = 3 where chain = 'platform'")
    const broken = await run('verify-audit')
    assert.equal(broken.status, 1)
    assert.match(broken.text, /Rupture \(head\) : chaîne platform, ligne 3/)
  })
})

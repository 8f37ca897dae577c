import assert from 'node:assert/strict'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import pg from 'pg'
import { startEmbeddedDatabase } from '#platform/database/embedded.ts'
import { type Operator, useOperator } from './run-command.fixture.ts'

describe('a backup, by the operator’s commands', () => {
  let operator: Operator
  let file: string

  before(async () => {
    operator = await useOperator()
    file = path.join(operator.directory, 'cauri.backup')
    const made = await operator.run('create-admin', 'sg@ancb.example', 'Nom', 'Prénom')
    assert.equal(made.status, 0, made.text)
  })
  after(() => operator.close())

  async function readNames(database: pg.Client): Promise<string[]> {
    const { rows } = await database.query('select full_name from identity.person order by 1')
    return rows.map(({ full_name }) => full_name)
  }

  test('is written beside the server, for its owner’s eyes only', async () => {
    const { status, text } = await operator.run('backup', file)
    assert.equal(status, 0, text)
    assert.match(text, /Sauvegarde écrite dans .*cauri\.backup : [\d\s]+ lignes, 0 fichiers/)
    assert.equal(statSync(file).mode & 0o777, 0o600)
  })

  test('comes back into a new data directory, secret included, and nothing comes back twice', async () => {
    const directory = path.join(operator.directory, 'restored')
    const elsewhere = { CAURI_DATA_DIR: directory }
    const restored = await operator.runWith(elsewhere, 'restore', file)
    assert.equal(restored.status, 0, restored.text)
    assert.match(restored.text, /Restauré : [\d\s]+ lignes, 0 fichiers/)
    const secretOf = (place: string) => readFileSync(path.join(place, 'secret'))
    assert.deepEqual(secretOf(directory), secretOf(operator.directory))
    const verified = await operator.runWith(elsewhere, 'verify-audit')
    assert.equal(verified.status, 0, verified.text)
    assert.equal((await operator.runWith(elsewhere, 'restore', file)).status, 1)
    assert.deepEqual(await readNamesAt(directory), ['Nom Prénom'])
  })

  async function readNamesAt(directory: string): Promise<string[]> {
    const place = { directory: path.join(directory, 'postgres'), isDirectoryChosen: true }
    const server = await startEmbeddedDatabase({ ...place, log: () => {} })
    const url = Object.assign(new URL(server.adminUrl), { pathname: '/cauri' }).href
    const database = new pg.Client({ connectionString: url })
    await database.connect()
    const names = await readNames(database)
    await database.end()
    await server.stop()
    return names
  }

  test('replaces what is there only where the operator says so, and never under a server', async () => {
    const { database } = operator
    await database.query("update identity.person set full_name = 'Autre Nom'")
    await database.query("insert into platform.reference_counter values ('BES', 2026, 7)")
    const refused = await operator.run('restore', file)
    assert.equal(refused.status, 1)
    assert.match(refused.text, /La base n’est pas vide : [\d\s]+ lignes/)
    assert.match(refused.text, /ajoutez --remplacer/)
    assert.deepEqual(await readNames(database), ['Autre Nom'])

    await database.query("set application_name = 'cauri'")
    const served = await operator.run('restore', file, '--remplacer')
    assert.equal(served.status, 1)
    assert.match(served.text, /arrêtez-le/)
    await database.query('reset application_name')

    const replaced = await operator.run('restore', file, '--remplacer')
    assert.equal(replaced.status, 0, replaced.text)
    assert.deepEqual(await readNames(database), ['Nom Prénom'])
    const { rowCount } = await database.query(
      "select 1 from platform.reference_counter where prefix = 'BES'",
    )
    assert.equal(rowCount, 0)
    assert.equal((await operator.run('verify-audit')).status, 0)
  })

  test('leaves the guards of the journal where they were', async () => {
    for (const sql of ['truncate platform.audit_line', 'truncate platform.document'])
      await assert.rejects(operator.database.query(sql), sql)
  })

  test('that is no backup changes nothing, even when told to replace', async () => {
    const bad = path.join(operator.directory, 'lettre.txt')
    writeFileSync(bad, 'bonjour')
    const { status, text } = await operator.run('restore', bad, '--remplacer')
    assert.equal(status, 1)
    assert.match(text, /pas une sauvegarde entière de Cauri\. Rien n’a été changé/)
    assert.deepEqual(await readNames(operator.database), ['Nom Prénom'])
  })

  test('says what the disk refused, in words', async () => {
    const missing = path.join(operator.directory, 'absent', 'x.backup')
    for (const words of [
      ['backup', missing],
      ['restore', missing],
    ]) {
      const { status, text } = await operator.run(...words)
      assert.equal(status, 1)
      assert.match(text, /absent\/x\.backup.* : ce fichier ou ce dossier n’existe pas\.\n$/)
    }
    assert.equal((await operator.run('backup')).status, 2)
  })
})

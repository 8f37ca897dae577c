import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import { locateBinaries, prepareBinaries } from './binaries.ts'

const isRoot = process.getuid?.() === 0
const nobody = { uid: 65_534, gid: 65_534 }

describe('the programs of the embedded database', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'cauri-binaries-'))
  const home = path.join(root, 'native')
  const version = `0-test-${randomBytes(4).toString('hex')}`
  const copy = `/var/tmp/cauri-postgres-${version}-${process.getuid?.()}`

  before(() => {
    for (const folder of ['bin', 'lib']) mkdirSync(path.join(home, folder), { recursive: true })
    writeFileSync(path.join(root, 'package.json'), JSON.stringify({ version }))
    writeFileSync(path.join(home, 'bin/postgres'), 'program', { mode: 0o700 })
    writeFileSync(path.join(home, 'lib/libpq.so.5.15'), 'library', { mode: 0o600 })
    const links = [{ source: 'native/lib/libpq.so.5.15', target: 'native/lib/libpq.so.5' }]
    writeFileSync(path.join(home, 'pg-symlinks.json'), JSON.stringify(links))
  })
  after(() => {
    for (const folder of [root, copy]) rmSync(folder, { recursive: true, force: true })
  })

  test('are missing on a platform that nobody packaged, which the message turns into a way out', () => {
    assert.throws(() => locateBinaries('plan9', 'vax'), {
      message:
        'Aucune base embarquée pour plan9-vax : indiquez une base PostgreSQL dans DATABASE_URL.',
    })
  })

  test('get the links that the package’s script would have made', async () => {
    assert.equal(await prepareBinaries(null, home), home)
    assert.equal(readFileSync(path.join(home, 'lib/libpq.so.5'), 'utf8'), 'library')
    assert.equal(await prepareBinaries(null, home), home)
  })

  test('are copied where the account can run them from, readable and closed to writing', {
    skip: !isRoot,
  }, async () => {
    chmodSync(root, 0o700)
    assert.equal(await prepareBinaries(nobody, home), copy)
    assert.equal(statSync(path.join(copy, 'bin/postgres')).mode & 0o777, 0o755)
    assert.equal(statSync(path.join(copy, 'lib/libpq.so.5')).mode & 0o777, 0o644)
    assert.equal(await prepareBinaries(nobody, home), copy)
  })

  test('are not run from a copy that others may change', { skip: !isRoot }, async () => {
    chmodSync(copy, 0o777)
    await assert.rejects(prepareBinaries(nobody, home), /ouvert à tous : retirez-le/)
  })
})

import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, beforeEach, describe, test } from 'node:test'
import { readHolder, takeLock } from './lock.ts'
import { identify } from './running-process.ts'

describe('the lock of a data folder', () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'cauri-lock-'))
  const file = path.join(directory, 'server.lock')
  beforeEach(() => rmSync(file, { force: true }))
  after(() => rmSync(directory, { recursive: true }))

  test('is taken by one, and free again once released', () => {
    const release = takeLock(file)
    assert.equal(takeLock(file), null)
    assert.equal(readHolder(file), process.pid)
    release?.()
    assert.notEqual(takeLock(file), null)
    assert.deepEqual(readdirSync(directory), ['server.lock'], 'nothing is left beside it')
  })

  test('of a process that is no more is nobody’s', async () => {
    const child = spawn('sleep', ['60'])
    await once(child, 'spawn')
    writeFileSync(file, identify(child.pid ?? 0) ?? '')
    assert.equal(takeLock(file), null)
    child.kill()
    await once(child, 'exit')
    assert.notEqual(takeLock(file), null)
  })

  test('is nobody’s when its number belongs to another process now', () => {
    const mark = identify(process.pid) ?? ''
    writeFileSync(file, mark.replace(/\d+$/, '1'))
    assert.notEqual(takeLock(file), null)
  })

  test('left empty by a power cut is nobody’s', () => {
    writeFileSync(file, '')
    assert.notEqual(takeLock(file), null)
  })

  test('found stale by several at once goes to one of them', async () => {
    writeFileSync(file, '4194303 gone 1')
    const module = path.resolve('src/platform/database/embedded/lock.ts')
    const code = `import { takeLock } from ${JSON.stringify(module)}
      while (Date.now() < ${Date.now() + 2500}) {}
      console.log(takeLock(${JSON.stringify(file)}) !== null)
      setTimeout(() => {}, 60_000)`
    const takers = Array.from({ length: 3 }, () =>
      spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code]),
    )
    const answers = await Promise.all(takers.map(({ stdout }) => once(stdout, 'data')))
    assert.deepEqual(answers.map(String).sort(), ['false\n', 'false\n', 'true\n'])
    assert.ok(existsSync(file))
    for (const taker of takers) taker.kill()
  })
})

/** What the build writes is enough to serve: no source, no tool of development beside it. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import { buildAll } from '../../script/build.ts'
import { findFreePort, startServer, stopServer } from '../running-server.ts'

describe('the build', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'cauri-build-'))
  const directory = mkdtempSync(path.join(tmpdir(), 'cauri-built-'))

  before(async () => {
    await buildAll({ outDir: path.join(root, 'dist') })
    for (const name of ['node_modules', 'database', 'package.json'])
      symlinkSync(path.resolve(name), path.join(root, name))
  })
  after(() => {
    for (const folder of [root, directory]) rmSync(folder, { recursive: true })
  })

  test('starts, shows a page with its styles, and stops when asked', async () => {
    const port = await findFreePort()
    const server = await startServer({ root, directory, port })
    try {
      const get = (address: string) => fetch(new URL(address, `http://localhost:${port}`))
      const home = await get('/')
      assert.equal(home.status, 200)
      const styles = /<link rel="stylesheet" href="([^"]+)"/.exec(await home.text())?.[1]
      assert.ok(styles)
      const sheet = await get(styles)
      assert.match(sheet.headers.get('content-type') ?? '', /text\/css/)
      assert.match(sheet.headers.get('cache-control') ?? '', /immutable/)
      assert.equal((await get('/solutions')).status, 200)
    } finally {
      assert.equal(await stopServer(server), 0)
    }
  })

  test('names every style, island and picture by its content, with its compressed forms', () => {
    const assets = path.join(root, 'dist/assets')
    const files = new Set(readdirSync(assets))
    const manifest: Record<string, string> = JSON.parse(
      readFileSync(path.join(assets, 'manifest.json'), 'utf8'),
    )
    assert.ok(Object.keys(manifest).length > 3)
    for (const [name, address] of Object.entries(manifest)) {
      const file = path.basename(address)
      assert.match(file, /\.[\w-]{10}\.\w+$/, name)
      for (const form of [file, `${file}.br`, `${file}.gz`]) assert.ok(files.has(form), form)
    }
  })

  test('tells an operator which commands there are', () => {
    const { stdout, stderr } = spawnSync(process.execPath, ['dist/operator.js'], {
      cwd: root,
      encoding: 'utf8',
    })
    assert.match(stdout + stderr, /verify-audit/)
  })
})

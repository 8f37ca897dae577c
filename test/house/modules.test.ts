/** The dependency rules see what they forbid: each is broken once, in a small project made for it. */
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, test } from 'node:test'
import { checkModules } from '../../script/check-modules.ts'

describe('the rules between modules', () => {
  let root = ''
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'cauri-modules-'))
    write('tsconfig.json', '{ "compilerOptions": { "allowImportingTsExtensions": true } }')
    write('database/load.ts', 'export {}')
  })
  afterEach(() => rmSync(root, { recursive: true }))

  function write(file: string, text: string): void {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    writeFileSync(path.join(root, file), text)
  }

  function writeModules(count: number): void {
    for (let index = 0; index < count; index++)
      write(`src/platform/part-${index}.ts`, `export const part = ${index}`)
    for (const name of ['identity', 'directory', 'collaboration']) {
      write(`src/modules/${name}/index.ts`, "export * from './inner.ts'")
      write(`src/modules/${name}/inner.ts`, 'export interface Inner { a: 1 }')
    }
    write('src/platform/database.ts', 'export const db = 1')
    write('src/web/page.ts', 'export const page = 1')
    write('src/app.ts', 'export const app = 1')
  }

  const broken: Record<string, [file: string, text: string]> = {
    'identity-imports-only-earlier-modules': [
      'src/modules/identity/a.ts',
      "import type { Inner } from '../directory/index.ts'; export type A = Inner",
    ],
    'enter-directory-by-its-front-door': [
      'src/modules/collaboration/a.ts',
      "import type { Inner } from '../directory/inner.ts'; export type A = Inner",
    ],
    'platform-stands-alone': ['src/platform/a.ts', "export { page } from '../web/page.ts'"],
    'web-knows-no-module': ['src/web/a.ts', "export * from '../modules/identity/index.ts'"],
    'only-the-root-knows-every-module': [
      'src/modules/identity/b.ts',
      "export { app } from '../../app.ts'",
    ],
    'rules-are-pure': [
      'src/modules/identity/a.rules.ts',
      "export { db } from '../../platform/database.ts'",
    ],
    'rules-have-no-clock-nor-disk': [
      'src/modules/identity/a.policy.ts',
      "import { readFileSync } from 'node:fs'; export const a = readFileSync",
    ],
    'no-cycle': [
      'src/modules/identity/inner.ts',
      "import type { Inner as Other } from './index.ts'; export interface Inner { a?: Other }",
    ],
  }

  test('let pass what keeps to them', () => {
    writeModules(50)
    const { cruised, violations } = checkModules(root)
    assert.ok(cruised > 50)
    assert.deepEqual(violations, [])
  })

  test('report what breaks them, where it stands', () => {
    writeModules(50)
    for (const [file, text] of Object.values(broken)) write(file, text)
    const { violations } = checkModules(root)
    for (const [rule, [file]] of Object.entries(broken))
      assert.ok(
        violations.some((line) => line.startsWith(`${rule} : `) && line.includes(file)),
        `${rule}: ${violations.join('\n')}`,
      )
  })

  test('are not trusted when they saw almost nothing', () => {
    writeModules(2)
    assert.throws(() => checkModules(root), /Seuls \d+ modules/)
  })
})

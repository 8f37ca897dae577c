import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  checkFileLength,
  checkFileName,
  checkFunctions,
  checkNames,
  countLines,
  longestMedian,
} from './naming.rules.ts'
import { isTest, listSources, type Source } from './sources.ts'

/** Written by a program from the migrations. */
const isGenerated = ({ file }: Source) => file === 'src/platform/database/tables.ts'

const everything = listSources(['src', 'database', 'script', 'test', 'bench']).filter(
  (source) => !isGenerated(source),
)
const own = everything.filter(({ file }) => file.startsWith('src/'))
const untested = own.filter((source) => !isTest(source))

describe('in the whole project', () => {
  test('there are files to look at', () => {
    assert.ok(untested.length > 300)
  })

  test('files are kebab-case entity.kind.ts, and named after what they hold', () => {
    assert.deepEqual(
      [...own, ...listSources(['database', 'script', 'bench'])].flatMap(checkFileName),
      [],
    )
  })

  test('no function and nothing exported has a name that says nothing', () => {
    assert.deepEqual(everything.flatMap(checkNames), [])
  })

  test('no file is longer than 250 lines, and half of them are shorter than 80', () => {
    assert.deepEqual(untested.flatMap(checkFileLength), [])
    const lengths = untested.map(({ text }) => countLines(text)).sort((a, b) => a - b)
    const median = lengths[Math.floor(lengths.length / 2)] ?? Number.POSITIVE_INFINITY
    assert.ok(median < longestMedian, `${median} lines`)
  })

  test('no function is longer than 50 lines', () => {
    const measured = everything.filter((source) => !isTest(source))
    assert.deepEqual(measured.flatMap(checkFunctions), [])
  })
})

describe('these rules see', () => {
  const source = (file: string, text = ''): Source => ({ file, text })

  test('what a file is called', () => {
    for (const file of [
      'src/needUtils.ts',
      'src/need_list.ts',
      'src/utils.ts',
      'src/need-helpers.ts',
      'src/data.rules.ts',
      'src/contact-manager.ts',
      'src/need.service.ts',
    ])
      assert.equal(checkFileName(source(file)).length, 1, file)
    for (const file of ['src/need.page.tsx', 'src/common-passwords.ts', 'src/fold.rules.test.ts'])
      assert.deepEqual(checkFileName(source(file)), [], file)
  })

  test('what a function or anything exported is called', () => {
    for (const text of [
      'function handleClick() {}',
      'const helper = () => 1',
      'export const formUtils = {}',
      'export class NeedManager {}',
      'export interface Data { a: 1 }',
      'class Need { handle() {} }',
      'const need = 1; export { need as common }',
    ])
      assert.equal(checkNames(source('a.ts', text)).length, 1, text)
    for (const text of [
      'const data = 1',
      'const route = { handler() {} }',
      'function isHandled() {}',
      'function LeftToManager() {}',
      'export const database = 1',
    ])
      assert.deepEqual(checkNames(source('a.ts', text)), [], text)
  })

  test('what is too long', () => {
    const lines = (count: number) => 'x()\n'.repeat(count)
    assert.equal(checkFileLength(source('a.ts', lines(251))).length, 1)
    assert.deepEqual(checkFileLength(source('a.ts', lines(250))), [])
    assert.deepEqual(checkFunctions(source('a.ts', `\nconst a = () => {\n${lines(49)}}`)), [
      'a.ts:2: a function of 51 lines',
    ])
    assert.deepEqual(checkFunctions(source('a.ts', `function a() {\n${lines(48)}}`)), [])
  })
})

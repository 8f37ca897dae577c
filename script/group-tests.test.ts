import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { groupTests } from './group-tests.ts'

const silent = () => ''

describe('the processes of the tests', () => {
  test('hold the tests of one module together', () => {
    const files = [
      'src/modules/directory/communes/commune.policy.test.ts',
      'src/modules/directory/solutions/price/price.rules.test.ts',
      'src/modules/planning/plans/plan-story.test.ts',
    ]
    assert.deepEqual([...groupTests(files, silent).values()], [files.slice(0, 2), files.slice(2)])
  })

  test('deal the journeys between six browsers', () => {
    const files = ['1', '10', '11', '12', '2', '3', '4'].map((n) => `test/journeys/${n}.test.ts`)
    const groups = [...groupTests(files, silent).values()]
    assert.deepEqual(groups.slice(0, 2), [[files[0], files[6]], [files[1]]])
    assert.equal(groups.length, 6)
  })

  test('leave alone what lasts long or starts programs', () => {
    const files = ['src/operator.test.ts', 'src/operator/x.test.ts', 'test/access/access.test.ts']
    assert.deepEqual([...groupTests(files, silent).keys()], files)
  })

  test('leave alone what teaches the process a language', () => {
    const files = ['src/web/page.test.tsx', 'src/web/list.test.tsx', 'src/web/mail.test.ts']
    const read = (file: string) => (file.includes('mail') ? "addCatalogue('en', english)" : '')
    assert.deepEqual([...groupTests(files, read).keys()], ['src/web', 'src/web/mail.test.ts'])
  })
})

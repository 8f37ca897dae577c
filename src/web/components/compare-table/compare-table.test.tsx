import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { renderPage } from '#platform/web/render.ts'
import { blankView } from '#platform/web.ts'
import { CompareTable } from './compare-table.tsx'

describe('a comparison', () => {
  test('says which answers are missing', () => {
    const html = renderPage(blankView, () => (
      <CompareTable
        caption="Solutions"
        columns={[{ title: 'A', href: '/a' }, { title: 'B' }]}
        rows={[{ label: 'Prix', cells: ['100', null] }]}
      />
    ))
    assert.match(html, /<td data-label="A">100<\/td><td data-label="B">—<\/td>/)
    assert.match(html, /<th scope="col"><a href="\/a">A<\/a><\/th>/)
  })
})

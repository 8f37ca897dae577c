import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { renderPage } from '#platform/web/render.ts'
import { blankView } from '#platform/web.ts'
import { Table } from './table.tsx'

describe('a table', () => {
  test('names its rows and columns, and each cell its column for narrow screens', () => {
    const html = renderPage(blankView, () => (
      <Table
        caption="Communes"
        columns={[
          { key: 'name', label: 'Commune' },
          { key: 'people', label: 'Habitants', numeric: true },
        ]}
        rows={[{ name: 'Glazoué', people: '124 431' }]}
      />
    ))
    assert.match(html, /<caption>Communes<\/caption>/)
    assert.match(html, /<th scope="col" class="num">Habitants<\/th>/)
    assert.match(html, /<th scope="row">Glazoué<\/th>/)
    assert.match(html, /<td class="num" data-label="Habitants">124 431<\/td>/)
  })
})

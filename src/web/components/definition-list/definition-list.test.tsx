import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { renderPage } from '#platform/web/render.ts'
import { blankView } from '#platform/web.ts'
import { DefinitionList } from './definition-list.tsx'

describe('a list of facts', () => {
  test('tells the unknown from zero', () => {
    const html = renderPage(blankView, () => (
      <DefinitionList
        items={[
          { term: 'Postes', value: 0 },
          { term: 'Site', value: null },
        ]}
      />
    ))
    assert.match(html, /<dt>Postes<\/dt><dd>0<\/dd>/)
    assert.match(html, /<dt>Site<\/dt><dd><span class="soft">Non renseigné/)
  })
})

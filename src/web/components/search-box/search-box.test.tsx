import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderPage } from '#platform/web/render.ts'
import { blankView } from '#platform/web.ts'
import { SearchBox } from './search-box.tsx'

test('a search shows again what was searched', () => {
  const html = renderPage(blankView, () => (
    <SearchBox label="Chercher" value="état civil" hint="Un mot" />
  ))
  assert.match(html, /name="q" value="état civil" aria-describedby="field-q-hint"/)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderPage } from '#platform/web/render.ts'
import { blankView } from '#platform/web.ts'
import { Figure } from './figure.tsx'

test('a figure is written in French and names its source', () => {
  const html = renderPage(blankView, () => (
    <Figure value={10_008_749} label="habitants" source="RGPH-4, 2013" />
  ))
  assert.match(html, /10\s008\s749/)
  assert.match(html, /<small>\s*RGPH-4, 2013<\/small>/)
})

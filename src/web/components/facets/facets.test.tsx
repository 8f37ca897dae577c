import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderPage } from '#platform/web/render.ts'
import { blankView } from '#platform/web.ts'
import { Facets } from './facets.tsx'

const option = { value: 'eau', label: 'Eau', count: 3 }

test('filters in use stay open, the others fold', () => {
  const render = (checked: boolean) =>
    renderPage(blankView, () => (
      <Facets legend="Domaine" name="domaine" options={[{ ...option, checked }]} />
    ))
  assert.match(render(true), /<details class="facets" open>/)
  assert.match(render(true), /name="domaine" value="eau" checked/)
  assert.match(render(false), /<details class="facets">/)
})

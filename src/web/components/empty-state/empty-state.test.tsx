import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderPage } from '#platform/web/render.ts'
import { blankView } from '#platform/web.ts'
import { EmptyState } from './empty-state.tsx'

test('nothing to show is said, with a way on', () => {
  const html = renderPage(blankView, () => (
    <EmptyState
      title="Aucun besoin"
      action={{ label: 'Écrire un besoin', href: '/espace/besoins' }}
    />
  ))
  assert.match(html, /Aucun besoin/)
  assert.match(html, /<a class="btn" href="\/espace\/besoins">Écrire un besoin/)
})

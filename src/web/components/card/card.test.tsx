import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderPage } from '#platform/web/render.ts'
import { blankView } from '#platform/web.ts'
import { Card } from './card.tsx'

test('a card keeps the order of headings of its page', () => {
  const render = (level?: 2 | 3) =>
    renderPage(blankView, () => <Card title="Besoin" href="/besoins/1" level={level} />)
  assert.match(render(), /<h2><a href="\/besoins\/1">Besoin<\/a><\/h2>/)
  assert.match(render(3), /<h3>/)
})

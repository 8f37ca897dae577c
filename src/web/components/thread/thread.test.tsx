import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { renderPage } from '#platform/web/render.ts'
import { blankView } from '#platform/web.ts'
import { Timeline } from '../timeline/timeline.tsx'
import { Thread } from './thread.tsx'

const at = new Date('2026-11-23T09:42:00Z')

describe('what people wrote', () => {
  test('keeps its lines and its author, and marks one’s own', () => {
    const html = renderPage(blankView, () => (
      <Thread
        messages={[{ at, author: 'A', organisation: 'Bohicon', body: 'Un\nDeux', mine: true }]}
      />
    ))
    assert.match(html, /<p class="prose">Un\nDeux<\/p>/)
    assert.match(html, /<b>A<\/b> \(vous\), Bohicon/)
  })

  test('and what happened is dated in Benin’s time', () => {
    const html = renderPage(blankView, () => (
      <Timeline events={[{ at, title: 'Publié', by: 'B' }]} />
    ))
    assert.match(
      html,
      /<time datetime="2026-11-23T09:42:00.000Z">23 novembre 2026 à 10:42<\/time> · B/i,
    )
  })
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { renderPage } from '#platform/web/render.ts'
import { blankView } from '#platform/web.ts'
import { Stars } from '../stars/stars.tsx'
import { ScoreMeter } from './score-meter.tsx'

describe('scores', () => {
  test('are written, and the bar never leaves its frame', () => {
    const html = renderPage(blankView, () => <ScoreMeter score={130} maximum={100} label="Note" />)
    assert.match(html, /130 sur 100/)
    assert.match(html, /class="fill" width="100"/)
  })

  test('a decimal is written as in the language read', () => {
    const html = renderPage(blankView, () => <ScoreMeter score={3.8} maximum={5} label="Note" />)
    assert.match(html, /3,8 sur 5/)
  })

  test('stars are spelled out', () => {
    assert.match(
      renderPage(blankView, () => <Stars value={4.26} count={1} />),
      /★★★★☆<\/span> 4,3 sur 5 \(1 avis\)/,
    )
    assert.match(
      renderPage(blankView, () => <Stars value={5} count={0} />),
      /aucun avis/,
    )
  })
})

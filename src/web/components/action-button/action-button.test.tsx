import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { renderPage } from '#platform/web/render.ts'
import { blankView } from '#platform/web.ts'
import { ActionButton } from './action-button.tsx'

describe('a button that acts', () => {
  test('is a form of its own with what it sends', () => {
    const html = renderPage(blankView, () => (
      <ActionButton action="/x" label="Rejoindre" fields={{ version: 3 }} />
    ))
    assert.match(html, /<form method="post" action="\/x"/)
    assert.match(html, /name="version" value="3"/)
    assert.doesNotMatch(html, /<details/)
  })

  test('asks once more when the act is hard to take back', () => {
    const html = renderPage(blankView, () => (
      <ActionButton
        action="/x"
        label="Retirer"
        kind="danger"
        confirm="Le besoin ne sera plus public."
      />
    ))
    assert.match(html, /<details class="ask"><summary class="btn danger">Retirer<\/summary>/)
    assert.match(html, /Le besoin ne sera plus public\./)
  })
})

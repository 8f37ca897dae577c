import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { renderPage } from '#platform/web/render.ts'
import { blankView } from '#platform/web.ts'
import { Steps } from './steps.tsx'

describe('steps', () => {
  test('say in words what colours show', () => {
    const html = renderPage(blankView, () => (
      <Steps
        steps={[
          { label: 'Le problème', href: '/1', state: 'done' },
          { label: 'Vos moyens', state: 'current' },
        ]}
      />
    ))
    assert.match(html, /<a href="\/1">Le problème<\/a><span class="hide"> \(fait\)/)
    assert.match(html, /<li class="current" aria-current="step">Vos moyens/)
  })
})

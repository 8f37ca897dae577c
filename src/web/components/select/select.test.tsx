import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { renderPage } from '#platform/web/render.ts'
import { blankView } from '#platform/web.ts'
import { Select } from './select.tsx'

const options = [
  { value: '3g', label: '3G' },
  { value: '4g', label: '4G' },
]

describe('a choice in a list', () => {
  test('shows what was chosen', () => {
    const html = renderPage(blankView, () => (
      <Select name="link" label="Connexion" options={options} value="4g" />
    ))
    assert.match(html, /<option value="4g" selected>4G/)
    assert.doesNotMatch(html, /<option value="3g" selected/)
  })

  test('begins with no choice rather than with the first one', () => {
    const html = renderPage(blankView, () => (
      <Select name="link" label="Connexion" options={options} />
    ))
    assert.match(html, /<option value>Choisissez…|<option value="">Choisissez…/)
    assert.doesNotMatch(html, /selected/)
  })
})

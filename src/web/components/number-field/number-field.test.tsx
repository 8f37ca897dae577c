import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { renderPage } from '#platform/web/render.ts'
import { blankView } from '#platform/web.ts'
import { MoneyField, NumberField } from './number-field.tsx'

describe('a number', () => {
  test('accepts spaces between thousands: it is a text field with a keypad', () => {
    const html = renderPage(blankView, () => (
      <MoneyField name="budget" label="Budget" value="1 500 000" />
    ))
    assert.match(html, /inputmode="numeric"/i)
    assert.doesNotMatch(html, /type="number"/)
    assert.match(html, /value="1 500 000"/)
    assert.match(html, /<span>FCFA<\/span>/)
  })

  test('shows zero, which is not nothing', () => {
    assert.match(
      renderPage(blankView, () => <NumberField name="n" label="Postes" value={0} />),
      /value="0"/,
    )
  })
})

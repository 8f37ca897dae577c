import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { renderPage } from '#platform/web/render.ts'
import { blankView } from '#platform/web.ts'
import { DateField, DateTimeField } from './date-field.tsx'

describe('a date', () => {
  test('is asked with the calendar of the browser, within its limits', () => {
    const html = renderPage(blankView, () => (
      <DateField name="day" label="Jour" value="2026-11-23" min="2026-11-01" />
    ))
    assert.match(html, /value="2026-11-23"[^>]* type="date" min="2026-11-01"/)
  })

  test('that does not exist comes back as it was typed', () => {
    for (const value of ['31/02/2026', '2026-02-31', 'demain', '2026-02-31T10:00']) {
      const html = renderPage(blankView, () => <DateField name="day" label="Jour" value={value} />)
      assert.match(html, new RegExp(`value="${value}"[^>]* type="text"`))
    }
  })

  test('may carry an hour', () => {
    const html = renderPage(blankView, () => <DateTimeField name="at" label="Heure" />)
    assert.match(html, /type="datetime-local"/)
  })
})

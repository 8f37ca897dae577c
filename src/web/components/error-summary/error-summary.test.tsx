import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { renderPage } from '#platform/web/render.ts'
import { blankView } from '#platform/web.ts'
import { ErrorSummary } from './error-summary.tsx'

describe('the summary of errors', () => {
  test('leads to each field', () => {
    const html = renderPage(blankView, () => (
      <ErrorSummary
        errors={{ title: 'Donnez un titre', budget: undefined, form: 'Rechargez la page' }}
      />
    ))
    assert.match(html, /2 points sont à corriger/)
    assert.match(html, /<a href="#field-title">Donnez un titre<\/a>/)
    assert.match(html, /<li>Rechargez la page<\/li>/)
  })

  test('stays away when nothing is wrong', () => {
    assert.equal(
      renderPage(blankView, () => <ErrorSummary errors={{}} />),
      '<!doctype html>',
    )
  })
})

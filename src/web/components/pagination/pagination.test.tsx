import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { renderPage } from '#platform/web/render.ts'
import { blankView } from '#platform/web.ts'
import { Pagination } from './pagination.tsx'

describe('pages of results', () => {
  test('lead only where there is something', () => {
    const html = renderPage(blankView, () => <Pagination nextHref="?apres=k" />)
    assert.match(html, /rel="next" href="\?apres=k"/)
    assert.doesNotMatch(html, /rel="prev"/)
  })

  test('disappear when all is shown', () => {
    assert.equal(
      renderPage(blankView, () => <Pagination />),
      '<!doctype html>',
    )
  })
})

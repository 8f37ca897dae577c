import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { renderPage } from '#platform/web/render.ts'
import { blankView } from '#platform/web.ts'
import { failureViews } from './error-pages.tsx'

const render = (view: Parameters<typeof renderPage>[1]) => renderPage(blankView, view)

describe('pages of failure', () => {
  test('always lead somewhere', () => {
    const pages = [failureViews.notFound, failureViews.forbidden, failureViews.tooMany].map(render)
    for (const html of pages) assert.match(html, /class="btn" href="\//)
  })

  test('give the reference the operator will find in the log', () => {
    assert.match(
      render(() => failureViews.broken('A1B2C3D4')),
      /<code>A1B2C3D4<\/code>/,
    )
  })

  test('say why an act is no longer possible', () => {
    assert.match(
      render(() => failureViews.conflict('Ce besoin est déjà publié')),
      /Ce besoin est déjà publié/,
    )
  })

  test('say how to make a file lighter', () => {
    assert.match(render(failureViews.tooLarge), /noir et blanc/)
  })
})

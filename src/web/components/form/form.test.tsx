import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { renderPage } from '#platform/web/render.ts'
import { blankView, type ViewContext } from '#platform/web.ts'
import { Form, GetForm } from './form.tsx'

const view: ViewContext = { ...blankView, csrfToken: () => 'proof', idempotencyKey: () => 'once' }

describe('a form', () => {
  test('carries the proof that it is ours and the key that makes it act once', () => {
    const html = renderPage(view, () => <Form submit="Envoyer" />)
    assert.match(html, /<form method="post" noValidate/i)
    assert.match(html, /name="_csrf" value="proof"/)
    assert.match(html, /name="_key" value="once"/)
  })

  test('saves as one types only when it has somewhere to save', () => {
    assert.doesNotMatch(
      renderPage(view, () => <Form submit="Envoyer" />),
      /autosave/,
    )
    const html = renderPage(view, () => <Form submit="Envoyer" autosave="/brouillon" />)
    assert.match(html, /data-autosave="\/brouillon"/)
    assert.match(html, /src="\/assets\/autosave.js"/)
    assert.match(html, /role="status"/)
  })

  test('offers to keep a draft with a button of its own name', () => {
    const html = renderPage(view, () => <Form submit="Envoyer" draft />)
    assert.match(html, /<button[^>]*name="_draft" value="on"/)
  })

  test('a search needs no proof, so that its page stays the same for all', () => {
    const asked: string[] = []
    const watched = { ...view, csrfToken: () => String(asked.push('csrf')) }
    renderPage(watched, () => (
      <GetForm action="/solutions" submit="Chercher">
        …
      </GetForm>
    ))
    assert.deepEqual(asked, [])
  })
})

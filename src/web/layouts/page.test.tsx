import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Actor } from '#platform/actor.ts'
import { addCatalogue } from '#platform/i18n.ts'
import { renderPage } from '#platform/web/render.ts'
import { blankView, type ViewContext } from '#platform/web.ts'
import { Page } from './page.tsx'

const secretary: Actor = {
  kind: 'person',
  id: 'p',
  name: 'Adjoua Exemple',
  organisation: { id: 'o', kind: 'commune', name: 'Commune de Glazoué' },
  role: 'secretary',
}

const render = (view: Partial<ViewContext>, props: Partial<Parameters<typeof Page>[0]> = {}) =>
  renderPage({ ...blankView, ...view }, () => <Page title="Besoins" {...props} />)

describe('every page', () => {
  test('is a whole document with one heading, landmarks and a way past the menu', () => {
    const html = render({})
    assert.match(html, /^<!doctype html><html lang="fr">/)
    assert.match(html, /<title>Besoins — Cauri<\/title>/)
    assert.equal(html.match(/<h1>/g)?.length, 1)
    assert.match(html, /<a class="skip" href="#contenu">/)
    assert.match(html, /<main id="contenu"/)
  })

  test('says in its title that something must be corrected', () => {
    const html = render({}, { errors: { title: 'Donnez un titre' } })
    assert.match(html, /<title>Erreur : Besoins — Cauri<\/title>/)
    assert.match(html, /href="#field-title"/)
  })

  test('marks the section one is in', () => {
    assert.match(render({ url: '/besoins' }), /href="\/besoins" aria-current="page"/)
    assert.match(
      render({ url: '/besoins/BES-2026-0042?a=1' }),
      /href="\/besoins" aria-current="true"/,
    )
    assert.doesNotMatch(render({ url: '/besoinsautres' }), /aria-current/)
  })

  test('shows a visitor where to sign in, without a mark of its own: all visitors share it', () => {
    const asked: string[] = []
    const html = render({ csrfToken: () => String(asked.push('csrf')) })
    assert.match(html, /href="\/connexion"/)
    assert.match(html, /href="\/inscription"/)
    assert.deepEqual(asked, [])
  })

  test('shows a person for whom they act, and lets them leave', () => {
    const html = render({ actor: secretary, csrfToken: () => 'proof' })
    assert.match(html, /Adjoua Exemple/)
    assert.match(html, /Commune de Glazoué/)
    assert.match(
      html,
      /<form method="post" action="\/deconnexion"><input type="hidden" name="_csrf" value="proof"/,
    )
    assert.doesNotMatch(html, /href="\/connexion"/)
  })

  test('announces what the last act did', () => {
    assert.match(render({ flash: { kind: 'success', text: 'Publié' } }), /role="status".*Publié/)
    assert.match(render({ flash: { kind: 'error', text: 'Refusé' } }), /role="alert".*Refusé/)
  })

  test('offers the other languages, and comes back to the same page', () => {
    addCatalogue('en', { Besoins: 'Needs' })
    assert.match(
      render({ url: '/besoins?q=eau' }),
      /href="\/langue\/en\?suite=%2Fbesoins%3Fq%3Deau"/,
    )
    assert.match(render({ locale: 'en' }), /<html lang="en">.*<h1>Needs<\/h1>/)
  })

  test('needs no inline style or script, which the security policy forbids', () => {
    const html = render({ actor: secretary }, { islands: ['passkey.js'] })
    assert.doesNotMatch(html, / style=|<style|<script>/)
    assert.match(html, /<script type="module" src="\/assets\/passkey.js"><\/script>/)
  })
})

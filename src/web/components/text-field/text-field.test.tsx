import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { renderPage } from '#platform/web/render.ts'
import { blankView } from '#platform/web.ts'
import { CodeField, EmailField, PasswordField, PhoneField, TextField } from './text-field.tsx'

const render = (field: Parameters<typeof renderPage>[1]) => renderPage(blankView, field)

describe('a line of text', () => {
  test('ties its label, its hint and its error to the control', () => {
    const html = render(() => (
      <TextField name="name" label="Nom" hint="Comme sur la carte" error="Indiquez votre nom" />
    ))
    assert.match(html, /<label for="field-name">Nom<\/label>/)
    assert.match(html, /aria-describedby="field-name-hint field-name-error"/)
    assert.match(html, /aria-invalid="true"/)
    assert.match(
      html,
      /id="field-name-error"><span class="hide">Erreur : <\/span>Indiquez votre nom/,
    )
  })

  test('says which fields may stay empty', () => {
    assert.match(
      render(() => <TextField name="a" label="Site" required={false} />),
      /\(facultatif\)/,
    )
    const required = render(() => <TextField name="a" label="Site" />)
    assert.doesNotMatch(required, /facultatif/)
    assert.match(required, / required/)
  })

  test('never lets what was typed become markup', () => {
    const html = render(() => (
      <TextField name="a" label="Nom" value={'"><script>alert(1)</script>'} />
    ))
    assert.doesNotMatch(html, /<script>/)
    assert.match(html, /&quot;>&lt;script>/)
  })

  test('asks the phone for the right keyboard', () => {
    assert.match(
      render(() => <PhoneField name="p" label="Téléphone" />),
      /type="tel" inputMode="tel"/i,
    )
    assert.match(
      render(() => <EmailField name="e" label="Adresse" />),
      /type="email"/,
    )
    assert.match(
      render(() => <CodeField name="c" label="Code" />),
      /autocomplete="one-time-code"/,
    )
  })

  test('never shows a password again', () => {
    const props = { name: 'p', label: 'Mot de passe', value: 'secret-123' }
    assert.doesNotMatch(
      render(() => <PasswordField {...props} />),
      /secret-123/,
    )
  })
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { render } from 'preact-render-to-string'
import { Prose } from './prose.tsx'

test('des tirets font une liste, une ligne vide un paragraphe, et rien n’est du code', () => {
  assert.equal(
    render(<Prose text={'Il faut :\n- un reçu\n- <b>hors ligne</b>\n\nMerci\nà tous'} />),
    '<p class="prose">Il faut :</p><ul><li>un reçu</li><li>&lt;b>hors ligne&lt;/b></li></ul><p class="prose">Merci\nà tous</p>',
  )
})

test('un texte vide ne laisse rien', () => {
  assert.equal(render(<Prose text="" />), '')
})

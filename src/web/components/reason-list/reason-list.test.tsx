import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderPage } from '#platform/web/render.ts'
import { blankView } from '#platform/web.ts'
import { ReasonList } from './reason-list.tsx'

test('each reason has a sign and a word, not only a colour', () => {
  const html = renderPage(blankView, () => (
    <ReasonList
      reasons={[
        { kind: 'positive', text: 'Même domaine', points: 25, maximum: 25 },
        { kind: 'negative', text: 'Demande la 4G', points: 0, maximum: 20 },
        { kind: 'neutral', text: 'Langues inconnues' },
      ]}
    />
  ))
  for (const sign of ['+', '−', '?'])
    assert.ok(html.includes(`aria-hidden="true">${sign}</b>`), sign)
  for (const word of ['Favorable', 'Défavorable', 'À vérifier'])
    assert.ok(html.includes(word), word)
  assert.match(html, /25 \/ 25/)
})

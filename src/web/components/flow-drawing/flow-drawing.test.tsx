import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { renderPage } from '#platform/web/render.ts'
import { blankView } from '#platform/web.ts'
import { FlowDrawing } from './flow-drawing.tsx'
import { cutIntoLines, layOutFlow } from './flow-layout.rules.ts'

const steps = [
  { name: 'Besoin publié', by: 'Commune', paper: 'Fiche de besoin' },
  { name: 'Réponse', by: 'Startup' },
  { name: 'Démonstration', by: 'Les deux' },
]

test('le dessin numérote les étapes et dit en toutes lettres qui agit', () => {
  const html = renderPage(blankView, () => <FlowDrawing label="Les étapes" steps={steps} />)
  assert.match(html, /role="img" aria-label="Les étapes"/)
  for (const word of ['Besoin publié', 'Commune', 'Fiche de besoin', 'Startup', 'Les deux'])
    assert.ok(html.includes(word), word)
})

test('chaque partie a son couloir, et les étapes descendent sans se toucher', () => {
  const { lanes, steps: placed, height } = layOutFlow(steps)
  assert.deepEqual(
    lanes.map(({ by }) => by),
    ['Commune', 'Startup', 'Les deux'],
  )
  for (const [index, step] of placed.entries()) {
    const next = placed[index + 1]?.y ?? height
    assert.ok(next - step.y >= 24)
  }
})

test('les lignes redonnent le texte, et ne coupent aucun mot', () => {
  const words = fc.array(fc.stringMatching(/^[a-zé]{1,30}$/), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(words, (given) => {
      assert.equal(cutIntoLines(given.join(' '), 27).join(' '), given.join(' '))
    }),
  )
})

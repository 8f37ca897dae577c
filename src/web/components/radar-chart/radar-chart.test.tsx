import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { renderPage } from '#platform/web/render.ts'
import { blankView } from '#platform/web.ts'
import { RadarChart } from './radar-chart.tsx'
import { placeSpokes, placeValues, radarHeight, radarWidth } from './radar-layout.rules.ts'

const axes = [
  { label: 'Gouvernance', value: 2.3 },
  { label: 'Connexion', value: 4 },
  { label: 'Compétences', value: 0 },
]

test('chaque axe porte son nom et son chiffre, et les deux tracés diffèrent par leur trait', () => {
  const html = renderPage(blankView, () => (
    <RadarChart label="Les niveaux" axes={axes} other={[1, 2, 3]} />
  ))
  assert.match(html, /role="img" aria-label="Les niveaux"/)
  for (const words of ['Gouvernance', '2,3', '4,0', '0,0', 'class="own"', 'class="other"'])
    assert.ok(html.includes(words), words)
})

test('aucun point ne sort du dessin, zéro est au centre et le maximum au bout de l’axe', () => {
  const level = fc.double({ min: -10, max: 50, noNaN: true })
  fc.assert(
    fc.property(fc.array(level, { minLength: 3, maxLength: 12 }), (values) => {
      for (const { x, y } of placeValues(values, 5))
        assert.ok(x >= 0 && x <= radarWidth && y >= 0 && y <= radarHeight)
    }),
  )
  const ends = placeSpokes(8).map(({ end }) => end)
  assert.deepEqual(placeValues(Array(8).fill(5), 5), ends)
  assert.equal(new Set(placeValues(Array(8).fill(0), 5).map(({ x, y }) => `${x} ${y}`)).size, 1)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDaysTo } from '#platform/days.rules.ts'
import { renderPage } from '#platform/web/render.ts'
import { blankView } from '#platform/web.ts'
import { LineChart } from './line-chart.tsx'
import { chooseMaximum, type Frame, placeLine } from './line-layout.rules.ts'

const draw = (values: readonly (number | null)[]) =>
  renderPage(blankView, () => (
    <LineChart
      title="Services en ligne"
      points={values.map((value, index) => ({ day: `2026-0${index + 1}-28`, value }))}
      other={{ label: 'le pays', points: [{ day: '2026-01-28', value: 4 }] }}
      format={(value) => `${value} %`}
    />
  ))

test('une courbe dit ses bouts en toutes lettres, et se lit sans couleur', () => {
  const html = draw([3, null, 7.5])
  assert.match(
    html,
    /aria-label="Services en ligne : 3 % le 28 janvier 2026, 7\.5 % le 28 mars 2026\. En tirets : le pays\."/,
  )
  for (const words of ['>3 %<', '>7.5 %<', 'janv. 2026', 'mars 2026', 'stroke-dasharray="5 4"'])
    assert.ok(html.includes(words), words)
  assert.equal(html.match(/<circle/g)?.length, 2)
  // The month without a figure breaks the line: two stretches, and that of the country.
  assert.equal(html.match(/<polyline/g)?.length, 3)
})

test('sans aucun chiffre, rien n’est dessiné', () => {
  assert.doesNotMatch(draw([null, null]), /<svg/)
})

test('aucun point ne sort du cadre, dans l’ordre du temps, plus haut pour plus grand', () => {
  const values = fc.array(fc.option(fc.double({ min: 0, max: 1e12, noNaN: true })), {
    minLength: 1,
    maxLength: 40,
  })
  fc.assert(
    fc.property(values, (list) => {
      const points = list.map((value, index) => ({ day: addDaysTo('2024-01-31', index), value }))
      const known = list.filter((value) => value !== null)
      const frame: Frame = {
        ...{ width: 320, height: 180, margin: 20, left: 60, maximum: chooseMaximum(known) },
        ...{ firstDay: '2024-01-31', lastDay: points.at(-1)?.day ?? '' },
      }
      const placed = placeLine(points, frame).flat()
      assert.equal(placed.length, known.length)
      for (const [place, { x, y }] of placed.entries()) {
        assert.ok(x >= 60 && x <= 300 && y >= 20 && y <= 160)
        const before = placed[place - 1]
        if (!before) continue
        assert.ok(before.x <= x)
        const [low, high] = [list[before.index] ?? 0, list[placed[place]?.index ?? 0] ?? 0]
        assert.ok(low > high ? before.y <= y : before.y >= y)
      }
    }),
  )
})

test('le haut de l’échelle est un nombre rond qui les contient tous', () => {
  assert.deepEqual([[0], [3], [7], [12], [100]].map(chooseMaximum), [1, 5, 10, 20, 100])
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1e12, noNaN: true }), (value) => {
      const maximum = chooseMaximum([value])
      assert.ok(maximum >= value && maximum <= value * 2.5 * (1 + 1e-9))
    }),
  )
})

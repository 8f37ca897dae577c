import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { drawBorders } from './borders.rules.ts'
import { cropRing } from './crop-ring.rules.ts'
import { simplifyLine } from './simplify-line.rules.ts'
import { createWigglyAreas } from './wiggly-areas.fixture.ts'

const square = (x: number, y: number, size = 10) =>
  [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
    [x, y],
  ] as [number, number][]

describe('the borders of communes', () => {
  test('are drawn once, however many areas share them, apart from the country’s outline', () => {
    const { outline, inner } = drawBorders([square(0, 0), square(10, 0)], 1000)
    assert.equal(inner, 'M10 0l0 10')
    assert.equal(outline.match(/m/gi)?.length, 1)
    const spots = walk(outline)
    assert.deepEqual(spots[0], spots.at(-1))
    assert.equal(new Set(spots.map(String)).size, 6)
  })

  test('of an area within another are both kept', () => {
    const { outline, inner } = drawBorders([square(0, 0, 40), square(10, 10)], 1000)
    assert.equal(outline.match(/m/gi)?.length, 2)
    assert.equal(inner, '')
  })

  test('close the outline even where neighbours do not agree', () => {
    const bent: [number, number][] = [
      [10, 0],
      [20, 0],
      [20, 10],
      [10, 10],
      [12, 5],
      [10, 0],
    ]
    const { outline } = drawBorders([square(0, 0), bent], 1000)
    for (const loop of outline.split(/m/i).filter(Boolean)) {
      const [, rest = ''] = loop.split('l')
      const steps = walk(`m0 0l${rest}`)
      assert.deepEqual(steps.at(-1), [0, 0])
    }
  })

  test('become coarser until they fit, and stay within sight of where they were', () => {
    const rings = createWigglyAreas().map((ring) =>
      ring.map(([x, y]): [number, number] => [(x - 0.7) * 97, (12.5 - y) * 97]),
    )
    const fine = drawBorders(rings, 1e6)
    const light = drawBorders(rings, 2500)
    assert.ok(fine.outline.length + fine.inner.length > 2500)
    assert.ok(light.outline.length + light.inner.length <= 2500)
    assert.equal(light.outline.match(/m/gi)?.length, 1)
  })
})

describe('an area that leaves the drawing', () => {
  const size = { width: 100, height: 100 }

  test('stays closed, and keeps what is inside as it is', () => {
    const cropped = cropRing(square(50, 50, 400), size)
    assert.deepEqual(cropped[0], [50, 50])
    assert.ok(cropped.every(([x, y]) => x <= 109 && y <= 109))
  })

  test('leaves no trace when none of it is inside', () => {
    assert.deepEqual(cropRing(square(150, 150), size), [])
  })

  test('is laid flat in few points', () => {
    const far = Array.from({ length: 50 }, (_, at): [number, number] => [300 + (at % 7), at])
    assert.ok(cropRing([[50, 0], ...far, [50, 49], [50, 0]], size).length <= 6)
  })
})

test('a line keeps its ends and its corners, and loses what hardly bends', () => {
  const line = [
    [0, 0],
    [5, 0.4],
    [10, 0],
    [10, 10],
  ] as [number, number][]
  assert.deepEqual(simplifyLine(line, 1), [
    [0, 0],
    [10, 0],
    [10, 10],
  ])
})

/** Where a path goes, one spot after the other. */
function walk(path: string): [number, number][] {
  let [x, y] = [0, 0]
  const numbers = (path.match(/-?\d+/g) ?? []).map(Number)
  const spots: [number, number][] = []
  for (let at = 0; at < numbers.length; at += 2) {
    x += numbers[at] ?? 0
    y += numbers[at + 1] ?? 0
    spots.push([x, y])
  }
  return spots
}

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { placeLabels } from './map-labels.rules.ts'
import { spreadCircles, toRadius } from './map-layout.rules.ts'
import { placeIn, southFrame, wholeFrame } from './outline.ts'

const size = { width: 360, height: 600 }
const circle = fc.record({
  x: fc.integer({ min: 0, max: 360 }),
  y: fc.integer({ min: 0, max: 600 }),
  radius: fc.integer({ min: 8, max: 20 }),
})

describe('the layout of the map', () => {
  test('keeps every circle on the drawing, wherever they start', () => {
    fc.assert(
      fc.property(fc.array(circle, { maxLength: 20 }), (circles) => {
        for (const { x, y, radius } of spreadCircles(circles, size)) {
          assert.ok(x >= radius && x <= size.width - radius)
          assert.ok(y >= radius && y <= size.height - radius)
        }
      }),
      { numRuns: 30 },
    )
  })

  test('parts circles that share a place', () => {
    const [one, other] = spreadCircles(
      [
        { x: 100, y: 100, radius: 10 },
        { x: 100, y: 100, radius: 10 },
      ],
      size,
    )
    assert.ok(one && other && Math.hypot(one.x - other.x, one.y - other.y) >= 20)
  })

  test('leaves alone circles that have room', () => {
    const alone = [{ x: 200, y: 200, radius: 10 }]
    assert.deepEqual(spreadCircles(alone, size), alone)
  })

  test('gives four times the people a circle no smaller, and the largest the full size', () => {
    assert.ok(toRadius(400, 1000) > toRadius(100, 1000))
    assert.equal(toRadius(1000, 1000), 20)
  })

  test('writes a name where it hides no neighbour', () => {
    const seat = { name: 'Kandi', x: 100, y: 100, radius: 10 }
    const below = { x: 100, y: 125, radius: 10 }
    const [label] = placeLabels([seat], [seat, below])
    assert.ok(label && label.y < seat.y)
  })

  test('writes a name at a corner where neighbours leave no other room', () => {
    const seat = { name: 'Porto-Novo', x: 150, y: 100, radius: 15 }
    const around = [
      { x: 150, y: 132, radius: 15 },
      { x: 150, y: 68, radius: 15 },
      { x: 184, y: 92, radius: 15 },
      { x: 116, y: 100, radius: 15 },
    ]
    const [label] = placeLabels([seat], [seat, ...around])
    assert.ok(label && label.x > seat.x && label.y > seat.y)
  })

  test('puts Cotonou at the bottom of both drawings, Kandi at the top of the whole', () => {
    const [, cotonou] = placeIn(wholeFrame, 6.37, 2.42)
    const [, kandi] = placeIn(wholeFrame, 11.13, 2.94)
    assert.ok(kandi < 200 && cotonou > 550)
    const [x, y] = placeIn(southFrame, 6.37, 2.42)
    assert.ok(x > 0 && x < southFrame.width && y > southFrame.height / 2 && y < southFrame.height)
  })
})

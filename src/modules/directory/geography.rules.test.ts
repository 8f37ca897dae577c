import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import communes from '#reference/communes.json' with { type: 'json' }
import { distanceKm, listNearest } from './geography.rules.ts'

function getBySlug(slug: string) {
  const commune = communes.rows.find((row) => row.slug === slug)
  assert.ok(commune, slug)
  return commune
}

test('Cotonou et Parakou sont à un peu plus de 330 km', () => {
  const km = distanceKm({ latitude: 6.37, longitude: 2.43 }, { latitude: 9.34, longitude: 2.63 })
  assert.ok(Math.abs(km - 331) < 2, String(km))
})

test('les plus proches de Glazoué sont dans les Collines, Cotonou n’en est pas', () => {
  const near = listNearest(getBySlug('glazoue'), communes.rows, 60).map(({ slug }) => slug)
  assert.ok(near.slice(0, 3).includes('dassa-zoume'), near.join())
  assert.ok(!near.includes('glazoue') && !near.includes('cotonou'))
})

test('sans limite, toutes les autres communes viennent, de la plus proche à la plus lointaine', () => {
  const origin = getBySlug('malanville')
  const distances = listNearest(origin, communes.rows).map((place) => distanceKm(origin, place))
  assert.equal(distances.length, 76)
  assert.deepEqual(
    distances,
    distances.toSorted((a, b) => a - b),
  )
})

const position = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
})

test('une distance vaut autant dans les deux sens, rien sur place, et jamais plus qu’un demi-tour du monde', () => {
  fc.assert(
    fc.property(position, position, (a, b) => {
      assert.ok(Math.abs(distanceKm(a, b) - distanceKm(b, a)) < 1e-6)
      assert.equal(distanceKm(a, a), 0)
      assert.ok(distanceKm(a, b) <= Math.PI * 6371 + 1e-6)
    }),
  )
})

test('un détour n’est jamais plus court', () => {
  fc.assert(
    fc.property(position, position, position, (a, b, c) => {
      assert.ok(distanceKm(a, c) <= distanceKm(a, b) + distanceKm(b, c) + 1e-3)
    }),
  )
})

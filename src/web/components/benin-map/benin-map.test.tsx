import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { brotliCompressSync } from 'node:zlib'
import { renderPage } from '#platform/web/render.ts'
import { blankView } from '#platform/web.ts'
import { BeninMap, type MapPoint } from './benin-map.tsx'

const legend = [
  { level: 2, label: 'Quelques services' },
  { level: null, label: 'Non renseigné' },
]

function createPoint(index: number): MapPoint {
  return {
    name: `Commune ${index}`,
    href: `/communes/commune-${index}`,
    latitude: 6.4 + (index % 11) * 0.5,
    longitude: 1.8 + (index % 7) * 0.1,
    population: 30_000 + index * 1000,
    level: index % 5 === 0 ? null : 2,
    levelLabel: 'Quelques services',
    isSeat: index < 12,
  }
}

const points = Array.from({ length: 77 }, (_, index) => createPoint(index))
const html = renderPage(blankView, () => <BeninMap title="Carte" points={points} legend={legend} />)

describe('the map of Benin', () => {
  test('links every commune once, with a name that can be read aloud', () => {
    assert.equal(html.match(/<a href="\/communes\//g)?.length, 77)
    assert.match(html, /<title>Commune 3, 33\s000, Quelques services<\/title>/)
  })

  test('tells levels without colour: the figure is in the circle, and a question mark when unknown', () => {
    const digits = html.match(/<text x="\d+" y="\d+">[0-9?]<\/text>/g) ?? []
    assert.equal(digits.length - legend.length, 77)
    assert.equal(digits.filter((text) => text.includes('>?<')).length - 1, 16)
  })

  test('keeps to a few kilobytes', () => {
    assert.ok(brotliCompressSync(html).length < 5000, `${brotliCompressSync(html).length} bytes`)
  })

  test('needs no inline style', () => {
    assert.doesNotMatch(html, /style=/)
  })
})

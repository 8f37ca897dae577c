import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readBoundaryFile } from './boundary-file.rules.ts'

const communes = [
  { id: '1', code: 'BJ0404', name: 'Glazoué', aliases: [] },
  { id: '2', code: 'BJ0405', name: 'Ouèssè', aliases: ['Ouessé'] },
]

const square = (x: number, y: number) => [
  [
    [x, y],
    [x + 0.3, y],
    [x + 0.3, y + 0.3],
    [x, y + 0.3],
    [x, y],
  ],
]
const area = (properties: object, coordinates: unknown = square(2, 7.5), type = 'Polygon') => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
})
const read = (...features: object[]) =>
  readBoundaryFile(JSON.stringify({ type: 'FeatureCollection', features }), communes)
const faultsOf = (...features: object[]) => {
  const reading = read(...features)
  assert.ok(!reading.ok)
  return reading.faults.join('\n')
}

describe('a file of limits', () => {
  test('is matched by the codes and names that those who publish limits use', () => {
    const reading = read(
      area({ ADM2_PCODE: 'BJ0404', ADM2_FR: 'Glazoue', ADM1_FR: 'Collines' }),
      area({ NOM_COMMUNE: 'OUESSE', DEPARTEMENT: 'Glazoué' }, [square(2.3, 8)], 'MultiPolygon'),
    )
    assert.ok(reading.ok, JSON.stringify(reading))
    assert.deepEqual(
      reading.found.map(({ communeId }) => communeId),
      ['1', '2'],
    )
    assert.deepEqual(reading.found[1]?.polygons[0]?.[0]?.[0], [2.3, 8])
  })

  test('loses what no drawing would show, on the same points as the neighbours', () => {
    const fine = [
      [
        [2, 7.5],
        [2.0001, 7.5001],
        [2.3, 7.5],
        [2.3, 7.8],
        [2, 7.5],
      ],
    ]
    const reading = read(area({ name: 'Glazoué' }, fine))
    assert.ok(reading.ok)
    assert.equal(reading.found[0]?.polygons[0]?.[0]?.length, 4)
  })

  test('is refused with every fault and the number of its object', () => {
    const faults = faultsOf(
      area({ nom: 'Lomé' }),
      area({ population: 3 }),
      area({ nom: 'Glazoué' }, [370000, 820000], 'Point'),
      area({ nom: 'Glazoué' }, [square(370000, 820000)[0]]),
      area({ code: 'BJ0405' }),
      area({ code: 'BJ0405' }),
    )
    assert.match(faults, /^Objet 1 : aucune commune ne correspond à nom « Lomé »/m)
    assert.match(faults, /^Objet 2 : ni code ni nom de commune \(propriétés : population\)/m)
    assert.match(faults, /^Objet 3 : la géométrie/m)
    assert.match(faults, /^Objet 4 : des points sont hors du Bénin/m)
    assert.match(faults, /^Objet 6 : Ouèssè est déjà plus haut/m)
    assert.doesNotMatch(faults, /Objet 5/)
  })

  test('that is another kind of file is refused', () => {
    for (const text of ['', 'PK', '{"type":"Topology"}', '[]'])
      assert.ok(!readBoundaryFile(text, communes).ok)
    assert.match(faultsOf(), /aucun objet/)
  })
})

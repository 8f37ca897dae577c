import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { listSlugs, toSlug } from './slug.rules.ts'

describe('The address of a startup or a solution', () => {
  test('reads like its name, without accents or signs', () => {
    assert.equal(toSlug('Gestion des marchés & taxes'), 'gestion-des-marches-taxes')
    assert.equal(toSlug('  Œuvre d’Été 2.0 '), 'oeuvre-d-ete-2-0')
  })

  test('exists even for a name that has no Latin letter', () => {
    assert.equal(toSlug('★★'), 'sans-nom')
  })

  test('is always safe in a path', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        assert.match(toSlug(name), /^[a-z0-9]+(-[a-z0-9]+)*$/)
        assert.ok(toSlug(name).length <= 60)
      }),
    )
  })

  test('has a second form for a name that is taken', () => {
    const id = '01890000-0000-7000-8000-0000001a2b3c'
    assert.deepEqual(listSlugs('Doba', id), ['doba', 'doba-1a2b3c'])
  })
})

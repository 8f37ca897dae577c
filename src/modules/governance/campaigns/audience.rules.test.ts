import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { type AudienceRule, type CommuneProfile, chooseAudience } from './audience.rules.ts'

const everyone: AudienceRule = {
  ...{ categories: [], departments: [], needDomains: [] },
  ...{ axis: null, atLeast: null, atMost: null },
}

const level = fc.option(fc.integer({ min: 0, max: 50 }).map((tenths) => tenths / 10))
const profile: fc.Arbitrary<CommuneProfile> = fc.record({
  id: fc.uuid(),
  category: fc.constantFrom('particulier', 'intermediaire', 'ordinaire'),
  departmentCode: fc.constantFrom('col', 'zou', 'mon'),
  needDomains: fc.subarray(['markets', 'waste', 'water']),
  levels: fc.record({ overall: level, security: level }) as fc.Arbitrary<CommuneProfile['levels']>,
})
const rule: fc.Arbitrary<AudienceRule> = fc.record({
  categories: fc.subarray(['particulier', 'intermediaire', 'ordinaire']),
  departments: fc.subarray(['col', 'zou', 'mon']),
  needDomains: fc.subarray(['markets', 'waste', 'water']),
  axis: fc.constantFrom('overall', 'security', null),
  atLeast: level,
  atMost: level,
})

const glazoue: CommuneProfile = {
  ...{ id: 'glazoue', category: 'intermediaire', departmentCode: 'col' },
  ...{ needDomains: ['markets'], levels: { overall: 2.4, security: null } },
}

describe('à quelles communes va une campagne', () => {
  const reaches = (asked: Partial<AudienceRule>, stuck: ReadonlySet<string> | null = null) =>
    chooseAudience([glazoue], { ...everyone, ...asked }, stuck).length === 1

  test('à toutes, sans condition', () => {
    fc.assert(
      fc.property(fc.array(profile), (profiles) => {
        assert.deepEqual(chooseAudience(profiles, everyone, null), profiles)
      }),
    )
  })

  test('par catégorie, par département, par besoin publié', () => {
    assert.ok(reaches({ categories: ['intermediaire'], departments: ['col', 'zou'] }))
    assert.ok(!reaches({ categories: ['ordinaire'] }))
    assert.ok(reaches({ needDomains: ['markets', 'waste'] }))
    assert.ok(!reaches({ needDomains: ['waste'] }))
  })

  test('par maturité, bornes comprises ; un niveau inconnu n’en remplit aucune', () => {
    assert.ok(reaches({ axis: 'overall', atLeast: 2.4, atMost: 2.4 }))
    assert.ok(!reaches({ axis: 'overall', atMost: 2.3 }))
    assert.ok(!reaches({ axis: 'security', atMost: 5 }))
    assert.ok(reaches({ axis: 'security' }), 'sans borne, l’axe ne demande rien')
  })

  test('par étape d’adoption : celles qui y sont arrêtées', () => {
    assert.ok(reaches({}, new Set(['glazoue'])))
    assert.ok(!reaches({}, new Set(['bohicon'])))
    assert.ok(!reaches({}, new Set()))
  })

  test('chaque commune choisie remplit chaque condition, et chaque autre en manque une', () => {
    const conditions: readonly (keyof AudienceRule)[] = ['categories', 'departments', 'needDomains']
    fc.assert(
      fc.property(fc.array(profile), rule, (profiles, asked) => {
        const chosen = chooseAudience(profiles, asked, null)
        const bounds = {
          ...everyone,
          axis: asked.axis,
          atLeast: asked.atLeast,
          atMost: asked.atMost,
        }
        const parts = [bounds, ...conditions.map((name) => ({ ...everyone, [name]: asked[name] }))]
        const meets = (one: CommuneProfile) =>
          parts.every((part) => chooseAudience([one], part, null).length === 1)
        assert.deepEqual(chosen, profiles.filter(meets))
      }),
    )
  })

  test('une condition de plus n’ajoute jamais personne', () => {
    fc.assert(
      fc.property(fc.array(profile), rule, (profiles, asked) => {
        const chosen = new Set(chooseAudience(profiles, asked, null))
        const narrower = chooseAudience(profiles, { ...asked, categories: ['ordinaire'] }, null)
        if (asked.categories.length === 0 || asked.categories.includes('ordinaire'))
          assert.ok(narrower.every((one) => chosen.has(one)))
      }),
    )
  })
})

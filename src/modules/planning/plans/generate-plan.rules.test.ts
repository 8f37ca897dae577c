import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { generatePlan } from './generate-plan.rules.ts'
import type { GeneratedPlan } from './generation.types.ts'
import { describeSources } from './plan.fixture.ts'
import { templateCodes } from './plan.schema.ts'
import { sumYears } from './plan-money.rules.ts'

function listOverruns({ actions }: GeneratedPlan, envelopes: readonly number[]): number[] {
  return sumYears(actions, { firstYear: 2027, years: envelopes.length })
    .filter(({ total }, index) => total > (envelopes[index] ?? 0))
    .map(({ year }) => year)
}

function listTooEarly({ actions }: GeneratedPlan): string[] {
  const endOf = new Map(actions.map(({ code, endYear }) => [code, endYear ?? 9999]))
  return actions
    .filter(({ startYear, needs }) =>
      needs.some((need) => startYear !== null && (endOf.get(need) ?? 9999) > startYear),
    )
    .map(({ code }) => code)
}

describe('Un schéma directeur dressé', () => {
  const plans = Object.fromEntries(
    templateCodes.map((code) => [code, generatePlan(describeSources(code))]),
  )

  test('diffère par catégorie : parties, nombre d’actions, gouvernance', () => {
    const [large, middle, light] = templateCodes.map((code) => plans[code])
    assert.ok(large && middle && light)
    assert.deepEqual(
      [large, middle, light].map(({ sections }) => sections.length),
      [14, 12, 8],
    )
    assert.ok(large.actions.length > middle.actions.length)
    assert.ok(middle.actions.length > light.actions.length)
    const codes = (plan: typeof large) => plan.actions.map(({ code }) => code)
    assert.ok(codes(large).includes('gov-dsi'))
    assert.ok(codes(middle).includes('gov-service'))
    assert.ok(codes(light).includes('gov-referent'))
  })

  test('tient chaque enveloppe, et ne commence rien avant ce qu’il faut', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...templateCodes),
        fc.integer({ min: 0, max: 50 }),
        fc.array(fc.nat(60_000_000), { minLength: 3, maxLength: 5 }),
        (code, tenths, envelopes) => {
          const plan = generatePlan(describeSources(code, tenths / 10, { envelopes }))
          assert.deepEqual(listOverruns(plan, envelopes), [])
          assert.deepEqual(listTooEarly(plan), [])
        },
      ),
      { numRuns: 25 },
    )
  })

  test('est le même pour les mêmes données', () => {
    assert.deepEqual(generatePlan(describeSources('intermediaire')), plans.intermediaire)
  })

  test('ne rachète pas ce dont la commune se sert déjà', () => {
    const uses = [{ name: 'Taxe claire', domains: ['local-revenue', 'markets'] }]
    const plan = generatePlan(describeSources('ordinaire', 1, { uses }))
    assert.equal(
      plan.actions.some(({ code }) => code === 'app-recettes'),
      false,
    )
    assert.match(plan.sections.map(({ body }) => body).join('\n'), /Taxe claire/)
  })

  test('une solution de connexion en service ne raccorde pas les sites : l’action reste', () => {
    const uses = [{ name: 'Lien clair', domains: ['connectivity'] }]
    const [plain, used] = [{}, { uses }].map((known) =>
      generatePlan(describeSources('ordinaire', 1, known)).actions.map(({ code }) => code),
    )
    assert.ok(plain?.includes('con-raccorder'))
    assert.deepEqual(used, plain)
  })

  test('une commune au plus haut ne garde que le socle', () => {
    const plan = generatePlan(
      describeSources('ordinaire', 5, { gap: describeSources('ordinaire').gap }),
    )
    assert.ok(
      plan.actions.every(({ isMandatory, code }) => isMandatory || code === 'con-raccorder'),
    )
  })

  test('aucun texte ne reste vide ni ne laisse une valeur absente', () => {
    for (const { sections, actions } of Object.values(plans)) {
      const texts = [...sections.map(({ body }) => body), ...actions.map(({ reason }) => reason)]
      for (const text of texts) {
        assert.ok(text.length > 30)
        assert.doesNotMatch(text, /undefined|NaN|null|\[object/)
      }
    }
  })
})

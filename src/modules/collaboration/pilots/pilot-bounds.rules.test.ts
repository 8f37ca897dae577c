import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { addDaysTo } from '#platform/days.rules.ts'
import {
  checkBounds,
  checkExtension,
  computeLength,
  computeReminderDay,
} from './pilot-bounds.rules.ts'

const bounds = { amountMax: 4_000_000, maximumDays: 180 }
const plan = { budget: 4_000_000, startsOn: '2026-01-01', endsOn: '2026-06-29' }
const days = fc.integer({ min: 0, max: 1000 }).map((count) => addDaysTo('2026-01-01', count))

describe('les bornes d’une expérimentation', () => {
  test('le dernier jour et le dernier franc permis passent ; un de plus ne passe pas', () => {
    assert.equal(computeLength(plan.startsOn, plan.endsOn), 180)
    assert.deepEqual(checkBounds(plan, bounds), {})
    assert.ok(checkBounds({ ...plan, endsOn: '2026-06-30' }, bounds).endsOn)
    assert.ok(checkBounds({ ...plan, budget: 4_000_001 }, bounds).budget)
  })

  test('sans règle, rien ne borne ; la fin avant le début est toujours refusée', () => {
    const free = { amountMax: null, maximumDays: null }
    assert.deepEqual(checkBounds({ ...plan, budget: 1e12, endsOn: '2036-01-01' }, free), {})
    assert.ok(checkBounds({ ...plan, endsOn: '2025-12-31' }, free).endsOn)
  })

  test('une fiche encore vide ne dépasse rien', () => {
    assert.deepEqual(checkBounds({ budget: 0, startsOn: null, endsOn: null }, bounds), {})
  })

  test('ce qui passe dure au plus la durée de la règle, quelles que soient les dates', () => {
    fc.assert(
      fc.property(days, days, fc.integer({ min: 1, max: 400 }), (startsOn, endsOn, maximumDays) => {
        const problems = checkBounds({ budget: 0, startsOn, endsOn }, { ...bounds, maximumDays })
        const isWithin = startsOn <= endsOn && computeLength(startsOn, endsOn) <= maximumDays
        assert.equal(problems.endsOn === undefined, isWithin)
      }),
    )
  })
})

describe('la prolongation', () => {
  const pilot = { budget: 1_000_000, endsOn: '2026-06-29', firstEndsOn: null }
  const extend = (endsOn: string | null, budget = 1_000_000) =>
    checkExtension(pilot, { endsOn, budget }, bounds, '2026-07-01')

  test('elle va plus loin, dans les mêmes bornes', () => {
    assert.deepEqual(extend('2026-08-31'), {})
    assert.deepEqual(extend(addDaysTo('2026-06-29', 180)), {})
    assert.ok(extend(addDaysTo('2026-06-29', 181)).endsOn)
  })

  test('ni sans date, ni dans le passé, ni plus tôt', () => {
    for (const endsOn of [null, '2026-06-29', '2026-06-30', '2026-07-01'])
      assert.ok(extend(endsOn).endsOn, String(endsOn))
  })

  test('le montant se compte en tout : il ne baisse pas et reste sous le plafond', () => {
    assert.ok(extend('2026-08-31', 999_999).budget)
    assert.deepEqual(extend('2026-08-31', 4_000_000), {})
    assert.ok(extend('2026-08-31', 4_000_001).budget)
  })

  test('une seule fois', () => {
    const extended = { ...pilot, firstEndsOn: '2026-03-01' }
    const again = { endsOn: '2026-08-31', budget: 1_000_000 }
    assert.ok(checkExtension(extended, again, bounds, '2026-07-01').endsOn)
  })
})

test('le rappel vient entre le début et la fin, deux semaines avant au plus', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 400 }), (startsOn, length) => {
      const endsOn = addDaysTo(startsOn, length)
      const reminder = computeReminderDay(startsOn, endsOn)
      assert.ok(reminder >= startsOn && reminder <= endsOn)
      assert.ok(computeLength(reminder, endsOn) <= 15)
    }),
  )
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { addDaysTo, countDays } from '#platform/days.rules.ts'
import { additions, findFirstDay } from './addition.rules.ts'
import type { IndicatorFacts } from './indicator.facts.ts'
import type { IndicatorCode } from './indicator.lists.ts'
import { aggregate } from './indicator.rules.ts'

const nothing: IndicatorFacts = {
  places: new Map(
    [
      ['glazoue', 'BJ03'],
      ['parakou', 'BJ04'],
    ].map(([id = '', departmentCode = '']) => [id, { id, departmentCode, category: 'ordinaire' }]),
  ),
  ...{ levels: [], maturity: [], coverage: [], connectivity: [], voted: [], paid: [] },
  ...{ needs: [], calls: [], signed: [], standings: new Map(), recommendations: [] },
}

const given = (facts: Partial<IndicatorFacts>): IndicatorFacts => ({ ...nothing, ...facts })
const readOn = (code: IndicatorCode, facts: Partial<IndicatorFacts>, day: string) =>
  additions[code](given(facts), day)

const need = {
  communeId: 'glazoue',
  publishedOn: '2026-01-10',
  metOn: null,
  contactedOn: null,
  agreedOn: null,
  servedOn: null,
} as const

describe('ce que les indicateurs lisent des faits, à un jour donné', () => {
  test('sans aucun fait, rien n’est lu', () => {
    for (const read of Object.values(additions)) assert.deepEqual(read(nothing, '2026-11-23'), [])
    assert.equal(findFirstDay(nothing), undefined)
  })

  test('un service est en ligne du jour où il l’est à celui où il ne l’est plus', () => {
    const levels = [
      {
        communeId: 'glazoue',
        level: 'paper',
        from: '2025-01-01',
        until: '2026-02-01',
        services: 3,
      },
      { communeId: 'glazoue', level: 'form', from: '2026-02-01', until: null, services: 3 },
      { communeId: 'glazoue', level: 'notOffered', from: '2025-01-01', until: null, services: 9 },
    ] as const
    const share = (day: string) => aggregate('share', readOn('services-en-ligne', { levels }, day))
    assert.equal(share('2024-12-31'), null)
    assert.equal(share('2026-01-31')?.value, 0)
    assert.deepEqual(share('2026-02-01'), { value: 100, numerator: 3, denominator: 3 })
  })

  test('une commune sans schéma compte, dès qu’il y a un schéma quelque part', () => {
    const coverage = [{ communeId: 'glazoue', from: '2026-03-01', until: '2026-09-01' }]
    const share = (day: string) =>
      aggregate('share', readOn('schemas-directeurs', { coverage }, day))
    assert.equal(share('2026-02-28'), null)
    assert.equal(share('2026-03-01')?.value, 50)
    assert.equal(share('2026-09-01')?.value, 0)
  })

  test('le budget est celui de l’année du jour, tel que voté ce jour-là', () => {
    const vote = { communeId: 'glazoue', year: 2026, whole: 1000 }
    const voted = [
      { ...vote, from: '2025-12-15', until: '2026-06-01', digital: 20 },
      { ...vote, from: '2026-06-01', until: null, digital: 50 },
    ]
    const share = (day: string) => aggregate('share', readOn('budget-vote', { voted }, day))?.value
    assert.deepEqual(['2025-12-31', '2026-05-31', '2026-06-01'].map(share), [undefined, 2, 5])
  })

  test('sans situation enregistrée, on ne sait pas ce qui est payé ; une situation remplace la précédente', () => {
    const voted = [
      {
        ...{ communeId: 'glazoue', year: 2026, from: '2025-12-15', until: null },
        ...{ digital: 200, whole: null },
      },
    ]
    const paid = [
      { communeId: 'glazoue', year: 2026, day: '2026-03-31', paid: 50 },
      { communeId: 'glazoue', year: 2026, day: '2026-06-30', paid: 70 },
    ]
    const share = (day: string) =>
      aggregate('share', readOn('budget-execute', { voted, paid }, day))?.value
    assert.deepEqual(['2026-03-30', '2026-03-31', '2026-06-30'].map(share), [undefined, 25, 60])
  })

  test('un délai se compte de la publication à ce qui suit, pendant douze mois', () => {
    const needs = [
      { ...need, contactedOn: '2026-02-09', servedOn: '2026-01-05' },
      { ...need, communeId: 'parakou', contactedOn: '2026-01-20' },
    ]
    const parts = (day: string) => readOn('delai-contact', { needs }, day).map(({ part }) => part)
    assert.deepEqual(parts('2026-01-31'), [10])
    assert.deepEqual(parts('2026-02-09'), [30, 10])
    assert.deepEqual(parts('2027-01-20'), [30])
    assert.deepEqual(readOn('delai-service', { needs }, '2026-03-01'), [])
  })

  test('aucun délai n’est négatif, ni ne vient de l’avenir', () => {
    const day = fc.integer({ min: 0, max: 1500 }).map((days) => addDaysTo('2024-01-01', days))
    const needs = fc.array(
      fc.record({ publishedOn: day, contactedOn: fc.option(day) }).map((days) => ({
        ...need,
        ...days,
      })),
    )
    fc.assert(
      fc.property(needs, day, (list, today) => {
        for (const { part } of readOn('delai-contact', { needs: list }, today)) {
          assert.ok(part >= 0)
          assert.ok(
            list.some(
              ({ publishedOn, contactedOn }) =>
                contactedOn !== null &&
                contactedOn <= today &&
                countDays(publishedOn, contactedOn) === part,
            ),
          )
        }
      }),
    )
  })

  test('le label compte au jour de la signature, et le siège dans le département', () => {
    const standing = { labelIssuedOn: '2026-01-01', labelExpiresOn: '2026-12-31' }
    const standings = new Map([
      ['axi', { id: 'axi', ...standing, departmentCode: 'BJ03' }],
      ['sika', { id: 'sika', labelIssuedOn: null, labelExpiresOn: null, departmentCode: null }],
    ])
    const signed = [
      { communeId: 'glazoue', startupId: 'axi', day: '2025-12-31', amount: 100 },
      { communeId: 'parakou', startupId: 'axi', day: '2026-01-01', amount: 300 },
      { communeId: 'glazoue', startupId: 'sika', day: '2026-01-01', amount: 600 },
    ]
    const share = (code: IndicatorCode) =>
      aggregate('share', readOn(code, { signed, standings }, '2026-06-30'))
    assert.deepEqual(share('startups-labellisees'), {
      ...{ value: 30, numerator: 300, denominator: 1000 },
    })
    assert.equal(share('startups-locales')?.numerator, 100)
  })

  test('une recommandation reprise n’est plus faite', () => {
    const one = { recommendationId: 'a' }
    const recommendations = [
      { ...one, status: 'proposed', from: '2026-01-01', until: '2026-02-01' },
      { ...one, status: 'adopted', from: '2026-02-01', until: '2026-05-01' },
      { ...one, status: 'done', from: '2026-05-01', until: '2026-08-01' },
      { ...one, status: 'inProgress', from: '2026-08-01', until: null },
    ] as const
    const share = (day: string) =>
      aggregate('share', readOn('recommandations', { recommendations }, day))?.value
    assert.deepEqual(['2026-01-15', '2026-02-01', '2026-05-01', '2026-08-01'].map(share), [
      undefined,
      0,
      100,
      0,
    ])
  })
})

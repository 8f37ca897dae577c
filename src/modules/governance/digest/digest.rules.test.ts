import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { chooseNews, findMonday, type NewsItem } from './digest.rules.ts'

const item = (kind: NewsItem['kind'], ...domains: string[]): NewsItem => ({
  ...{ kind, domains, title: kind, href: '/', day: null },
})

describe('le résumé de la semaine', () => {
  test('ne dit à chacun que ce qui concerne son organisation', () => {
    const news = [item('need', 'markets'), item('solution', 'markets'), item('session')]
    const read = (kind: string, ...domains: string[]) =>
      chooseNews(news, [{ kind, domains }]).map((one) => one.kind)
    assert.deepEqual(read('startup', 'markets'), ['need', 'session'])
    assert.deepEqual(read('startup', 'waste'), ['session'])
    assert.deepEqual(read('commune', 'markets'), ['solution', 'session'])
    assert.deepEqual(read('administration', 'markets'), [])
  })

  test('de deux organisations, dit ce qui concerne l’une ou l’autre, une fois', () => {
    const both = [
      { kind: 'commune', domains: [] },
      { kind: 'startup', domains: [] },
    ]
    assert.equal(chooseNews([item('session')], both).length, 1)
  })

  test('commence un lundi, sept jours d’affilée', () => {
    assert.equal(findMonday('2026-11-29'), '2026-11-23')
    assert.equal(findMonday('2026-11-30'), '2026-11-30')
    const day = fc.date({
      min: new Date('2020-01-01'),
      max: new Date('2040-01-01'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(day, (date) => {
        const text = date.toISOString().slice(0, 10)
        const monday = findMonday(text)
        assert.equal(new Date(`${monday}T00:00:00Z`).getUTCDay(), 1)
        assert.equal(findMonday(monday), monday)
        assert.ok(monday <= text)
      }),
    )
  })
})

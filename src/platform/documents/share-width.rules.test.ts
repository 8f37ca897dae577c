import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { Line } from './laid-out.types.ts'
import { shareWidth } from './share-width.rules.ts'

const whole = 9300
const line = (text: string): Line => [{ text }]
const column = (label: string, width: number | null) => ({ label, width, align: 'left' as const })
const sum = (widths: readonly number[]) => widths.reduce((total, width) => total + width, 0)

const measure = ({ length }: string, isHead: boolean) => length * (isHead ? 128 : 105) + 230
const measureLongest = (texts: readonly string[], isHead: boolean) =>
  Math.max(...texts.flatMap((text) => text.split(/[ \n-]/)).map((word) => measure(word, isHead)))

describe('the columns of a printed table', () => {
  test('never break a price, even where the words above have too little room', () => {
    const columns = [
      column('Proposition', 1.4),
      column('Rang', 0.5),
      column('Prix (FCFA)', null),
      ...['Réponse au problème (40 %)', 'Mise en œuvre et formation (20 %)', 'Prix (30 %)'].map(
        (label) => column(label, 0.9),
      ),
      column('Total', 0.7),
    ]
    const price = '11\u202f000\u202f000'
    const cells = ['Djidjo Finance (démo)', '2', price, '80,00', '75,00', '87,27', '81,68']
    const widths = shareWidth({ columns, rows: [cells.map(line)], total: null }, whole, measure)
    assert.ok(sum(widths) <= whole && sum(widths) > whole - 10)
    for (const [index, cell] of cells.entries()) {
      const longest = Math.max(...cell.split(' ').map(({ length }) => length))
      assert.ok((widths[index] ?? 0) >= longest * 105 + 230, cell)
    }
  })

  test('give a date one line, and the rest to the words', () => {
    const columns = [column('Reçue de', 1), column('Scellée le', null), column('Prix', 1)]
    const cells = ['Akwaba Numérique', '2 septembre 2026 à 05:12', '9 600 000 FCFA']
    const [from = 0, sealed = 0, price] = shareWidth(
      { columns, rows: [cells.map(line)], total: null },
      whole,
      measure,
    )
    assert.ok(sealed >= 24 * 105)
    assert.equal(from, price)
  })

  test('fit the page whatever they hold, and no word is cut where all fit', () => {
    const text = fc.string({ maxLength: 40 })
    const tables = fc.integer({ min: 1, max: 8 }).chain((count) =>
      fc.record({
        columns: fc.array(
          fc.tuple(text, fc.option(fc.constantFrom(0.4, 0.5, 1, 2.4), { nil: null })),
          { minLength: count, maxLength: count },
        ),
        rows: fc.array(fc.array(text, { minLength: count, maxLength: count }), { maxLength: 5 }),
      }),
    )
    fc.assert(
      fc.property(tables, ({ columns, rows }) => {
        const laid = {
          columns: columns.map(([label, width]) => column(label, width)),
          rows: rows.map((cells) => cells.map(line)),
          total: null,
        }
        const widths = shareWidth(laid, whole, measure)
        assert.equal(widths.length, columns.length)
        assert.ok(sum(widths) <= whole)
        assert.ok(widths.every((width) => width > 0))
        const least = columns.map(([label], index) =>
          Math.max(
            measureLongest([label], true),
            measureLongest(['', ...rows.map((cells) => cells[index] ?? '')], false),
          ),
        )
        const allFit = sum(least) <= whole
        assert.ok(!allFit || widths.every((width, index) => width >= (least[index] ?? 0)))
      }),
      { numRuns: 1000 },
    )
  })
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { writeCsvLine } from './csv.rules.ts'
import { readCsv } from './read-csv.rules.ts'

describe('comma-separated values', () => {
  test('carry accents, quotes, breaks and lists', () => {
    const line = writeCsvLine([
      'Zogbodomey',
      'dit « "le lac" »;\nici',
      ['fr', 'fon'],
      true,
      null,
      12,
    ])
    assert.equal(line, 'Zogbodomey;"dit « ""le lac"" »;\nici";fr|fon;oui;;12\r\n')
  })

  test('never carry a formula, and leave phones alone', () => {
    assert.equal(writeCsvLine(['=1+1', '@x', '-x', '+229 01', -3]), "'=1+1;'@x;'-x;+229 01;-3\r\n")
    assert.equal(
      writeCsvLine(['+2+3', "-2+cmd|' /C calc'!A0", '-1 250,5', '+(229) 01']),
      "'+2+3;'-2+cmd|' /C calc'!A0;-1 250,5;+(229) 01\r\n",
    )
  })

  test('are read with the line on which each record begins', () => {
    assert.deepEqual(readCsv('\ufeffcode;nom\r\n\r\nBJ01;"a\nb"\nBJ02;c'), [
      { line: 1, cells: ['code', 'nom'] },
      { line: 3, cells: ['BJ01', 'a\nb'] },
      { line: 5, cells: ['BJ02', 'c'] },
    ])
    assert.deepEqual(readCsv('a,b\n1,2\n')?.at(-1)?.cells, ['1', '2'])
  })

  test('with a quote that is never closed are not read at all', () => {
    assert.equal(readCsv('a;b\n"c;d\n'), undefined)
  })

  test('are read as they were written, whatever the text', () => {
    const text = fc.string({ unit: 'grapheme' }).filter((value) => !/^[=@\t\r+-]/.test(value))
    const rows = fc.array(fc.tuple(fc.constant('x'), text, text), { minLength: 1 })
    fc.assert(
      fc.property(rows, (given) => {
        const written = `a;b;c\r\n${given.map(writeCsvLine).join('')}`
        assert.deepEqual(
          readCsv(written)
            ?.slice(1)
            .map(({ cells }) => cells),
          given,
        )
      }),
    )
  })
})

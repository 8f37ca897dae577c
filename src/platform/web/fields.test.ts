import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { z } from 'zod'
import * as fields from './fields.ts'

function read<T>(field: z.ZodType<T>, value: unknown): T | string {
  const parsed = field.safeParse(value)
  return parsed.success ? parsed.data : (parsed.error.issues[0]?.message ?? 'refused')
}
const refuses = (field: z.ZodType, values: readonly unknown[], message: RegExp) => {
  for (const value of values) {
    const parsed = field.safeParse(value)
    assert.equal(parsed.success, false, `${value} was taken`)
    assert.match(parsed.error?.issues[0]?.message ?? '', message)
  }
}

describe('a text field', () => {
  test('keeps what people write, trimmed, with its lines', () => {
    assert.equal(read(fields.text(), '  L’état civil\r\nde Glazoué\t '), 'L’état civil\nde Glazoué')
    assert.equal(read(fields.text(), 'e\u0301'), 'é')
  })

  test('drops what no reader sees and a database refuses', () => {
    assert.equal(read(fields.text(), 'a\u0000b\u0007c\u001b'), 'abc')
  })

  test('asks for what is missing, too short or too long', () => {
    refuses(
      fields.text({ missing: 'Donnez un titre' }),
      ['', '  ', undefined, [], {}],
      /Donnez un titre/,
    )
    refuses(fields.text({ min: 10 }), ['court'], /10 caractères au moins/)
    refuses(fields.text({ max: 5 }), ['trop long'], /Limitez ce texte à 5 caractères/)
    refuses(fields.optionalText(5), ['trop long'], /Limitez/)
    assert.equal(read(fields.optionalText(), undefined), '')
  })

  test('says one thing of an empty field', () => {
    assert.equal(fields.text({ min: 10 }).safeParse('').error?.issues.length, 1)
  })
})

describe('a figure', () => {
  test('is read as people in Benin write it', () => {
    const money = fields.optionalMoney()
    for (const typed of [
      '1250000',
      '1 250 000',
      '1\u202f250\u00a0000',
      '1 250 000 FCFA',
      '1250000 F',
    ])
      assert.equal(read(money, typed), 1_250_000, typed)
    assert.equal(read(money, '0'), 0)
    assert.equal(read(money, ' '), null)
    assert.equal(read(money, undefined), null)
  })

  test('is whole and within its bounds', () => {
    refuses(
      fields.optionalMoney(),
      ['12,5', '12.5', '1e6', '-1', 'dix', '0x10', '1000000000001'],
      /FCFA/,
    )
    refuses(fields.optionalInteger(1, 12), ['0', '13', '1.5', 'x'], /entre 1 et 12/)
    refuses(fields.integer(1, 12), ['', undefined], /Indiquez un nombre/)
    assert.equal(read(fields.integer(-5, 5), '-5'), -5)
  })

  test('survives the way it is shown', () => {
    const shown = new Intl.NumberFormat('fr-FR')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000_000 }), (amount) => {
        assert.equal(read(fields.optionalMoney(), shown.format(amount)), amount)
      }),
    )
  })
})

describe('a day', () => {
  test('is taken as browsers send it and as people write it', () => {
    for (const typed of ['2026-11-23', '23/11/2026', '23.11.2026', ' 23/11/2026 '])
      assert.equal(read(fields.optionalDay(), typed), '2026-11-23', typed)
    assert.equal(read(fields.optionalDay(), '3/2/2026'), '2026-02-03')
    assert.equal(read(fields.optionalDay(), ''), null)
  })

  test('exists', () => {
    const wrong = [
      '31/02/2026',
      '2026-13-01',
      '2026-11',
      '11/23/2026',
      'lundi',
      '29/02/2027',
      '01/01/0026',
    ]
    refuses(fields.optionalDay(), wrong, /date qui existe/)
    assert.equal(read(fields.optionalDay(), '29/02/2028'), '2028-02-29')
  })
})

describe('a choice', () => {
  const roads = ['piste', 'route'] as const

  test('is one of those offered', () => {
    assert.equal(read(fields.choice(roads), 'piste'), 'piste')
    refuses(
      fields.choice(roads, 'Choisissez un accès'),
      ['rail', '', undefined, ['piste']],
      /un accès/,
    )
  })

  test('of several is a list, even of one or none', () => {
    assert.deepEqual(read(fields.choices(roads), 'route'), ['route'])
    assert.deepEqual(read(fields.choices(roads), ['piste', 'route']), ['piste', 'route'])
    assert.deepEqual(read(fields.choices(roads), undefined), [])
    refuses(fields.choices(roads), ['rail', ['piste', 'rail']], /parmi les réponses/)
    refuses(fields.choices(roads, { min: 1 }), [undefined, ''], /au moins une/)
  })

  test('of yes or no is yes only when ticked', () => {
    const ticked = ['on', 'true', true].map((value) => read(fields.checkbox(), value))
    assert.deepEqual(ticked, [true, true, true])
    const others = ['', 'off', undefined, '1', {}].map((value) => read(fields.checkbox(), value))
    assert.deepEqual(others, [false, false, false, false, false])
  })
})

describe('a phone number', () => {
  test('is kept as E.164, however it was typed', () => {
    for (const typed of [
      '01 97 00 00 00',
      '0197000000',
      '+229 01 97 00 00 00',
      '00229 0197000000',
      '(01) 97-00.00.00',
    ])
      assert.equal(read(fields.optionalPhone(), typed), '+2290197000000', typed)
  })

  test('of before the 30th of November 2024 takes the prefix 01', () => {
    for (const typed of ['97 00 00 00', '+229 97000000', '97.00.00.00'])
      assert.equal(read(fields.optionalPhone(), typed), '+2290197000000', typed)
  })

  test('of another country keeps its code', () => {
    assert.equal(read(fields.optionalPhone(), '+33 6 12 34 56 78'), '+33612345678')
  })

  test('that cannot be called is refused', () => {
    refuses(
      fields.optionalPhone(),
      ['0197', 'abc', '01 97 00 00 00 00', '+229 01', '12345678'],
      /01 97 00 00 00/,
    )
    assert.equal(read(fields.optionalPhone(), ''), null)
  })
})

describe('an e-mail address', () => {
  test('is kept in small letters', () => {
    assert.equal(read(fields.email(), ' SE@Mairie.BJ '), 'se@mairie.bj')
    assert.equal(read(fields.optionalEmail(), ''), null)
  })

  test('holds one address and nothing else', () => {
    const wrong = [
      '',
      'se',
      'se@mairie',
      'a@b.bj, c@d.bj',
      'se@mairie.bj\nBcc: x@y.bj',
      '<se@mairie.bj>',
    ]
    refuses(fields.email(), wrong, /nom@mairie\.bj/)
    refuses(fields.optionalEmail(), ['se@mairie'], /nom@mairie\.bj/)
    refuses(fields.email(), [`${'a'.repeat(200)}@mairie.bj`], /nom@mairie\.bj/)
  })
})

describe('a web address', () => {
  test('is http or https, so that no link ever runs a script', () => {
    assert.equal(
      read(fields.optionalUrl(), ' https://cauri.example/a?b=c '),
      'https://cauri.example/a?b=c',
    )
    assert.equal(read(fields.optionalUrl(), ''), null)
    refuses(
      fields.optionalUrl(),
      [
        'javascript:alert(1)',
        'data:text/html,x',
        'cauri.example',
        'ftp://cauri.example',
        'https://',
        ' java\nscript:alert(1)',
      ],
      /https:\/\//,
    )
  })
})

test('the version of a row is a whole number', () => {
  assert.equal(read(fields.version(), '3'), 3)
  refuses(fields.version(), ['x', undefined], /rechargez-la/)
  assert.equal(fields.version().safeParse('-1').success, false)
  assert.equal(fields.version().safeParse('1.5').success, false)
})

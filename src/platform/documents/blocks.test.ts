import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { body, bullets, facts, notice, paragraph, prose, section } from './blocks.ts'
import { layOut } from './lay-out.rules.ts'
import { cleanText } from './lay-text.rules.ts'

describe('what somebody typed', () => {
  test('becomes paragraphs, and lists where lines begin with a dash', () => {
    const typed =
      'Le marché perd des recettes.\r\n\r\nIl faut :\r\n- des reçus\r\n• un suivi\r\n\r\n\r\nMerci.\nBien à vous.'
    assert.deepEqual(prose(typed), [
      paragraph('Le marché perd des recettes.'),
      paragraph('Il faut :'),
      bullets(['des reçus', 'un suivi']),
      paragraph('Merci.\nBien à vous.'),
    ])
    assert.deepEqual(prose('  \n\n '), [])
  })

  test('loses what is invisible or turns the reading direction', () => {
    assert.equal(cleanText('Mon\u202Etant\u0000 : 5\t000\r\nF\u200B'), 'Montant : 5 000\nF')
    assert.equal(cleanText('e\u0301te\u0301'), 'été')
    assert.equal(cleanText('a\uD800b'), 'a?b')
  })
})

test('a body leaves out what a condition leaves out', () => {
  assert.deepEqual(body([paragraph('Un'), [false, null]], undefined, paragraph('Deux')), [
    paragraph('Un'),
    paragraph('Deux'),
  ])
  assert.deepEqual(
    facts([
      ['Budget', null],
      ['Ville', ''],
      ['Commune', 'Savè'],
    ]),
    {
      kind: 'facts',
      items: [['Commune', 'Savè']],
    },
  )
})

test('headings go down one level at a time, and no deeper than four', () => {
  const deep = section('1', section('2', section('3', section('4', section('5', paragraph('Là'))))))
  const { blocks } = layOut({
    issuer: { kind: 'organisation', name: 'Association', lines: ['Cotonou'] },
    kicker: 'Note',
    title: 'Essai',
    reference: 'N-1',
    date: '2026-01-01',
    body: body(deep, notice('À savoir', [paragraph('Ceci')])),
  })
  const levels = blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : []))
  assert.deepEqual(levels, [1, 2, 3, 4, 4])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Criterion, FullCall, Lot } from '../calls/call.schema.ts'
import { emptyContent, listMissingParts, readContent, toFields } from './proposal-content.rules.ts'

const call = {
  lots: [{ id: 'carnets' }, { id: 'telephones' }] as Lot[],
  criteria: [
    { id: 'methode', kind: 'quality', label: 'Méthode' },
    { id: 'prix', kind: 'price', label: 'Prix' },
    { id: 'appui', kind: 'quality', label: 'Appui aux agents' },
  ] as Criterion[],
} satisfies Pick<FullCall, 'lots' | 'criteria'>

const complete = {
  ...emptyContent,
  summary:
    'Un carnet à souche et un téléphone par percepteur ; le reçu part par SMS dès que le réseau revient.',
  answers: [
    { criterionId: 'methode', text: 'Deux marchés pilotes, puis les sept autres en six semaines.' },
    { criterionId: 'appui', text: 'Une formatrice à demeure pendant le premier mois, en idaasha.' },
  ],
  prices: [{ lotId: 'telephones', amount: 0 }],
  isDeclared: true,
}

test('chaque critère de qualité attend une réponse, un lot au moins un prix', () => {
  assert.deepEqual(listMissingParts(complete, call), [])
  const fields = listMissingParts(emptyContent, call).map(({ field }) => field)
  assert.deepEqual(fields, ['summary', 'answer1', 'answer2', 'price1', 'isDeclared'])
})

test('un prix de zéro est un prix ; un lot sans prix n’est pas répondu', () => {
  const typed = { ...toFields(complete, call), summary: '', schedule: '', solutionId: '' }
  assert.deepEqual(readContent(typed, call, []).prices, [{ lotId: 'telephones', amount: 0 }])
})

test('ce qui est gardé revient dans le formulaire tel quel', () => {
  const text = fc.string({ minLength: 1, maxLength: 60 })
  const amount = fc.option(fc.nat(1_000_000_000), { nil: null })
  fc.assert(
    fc.property(text, text, amount, amount, (first, second, one, other) => {
      const typed = {
        solutionId: '',
        summary: first,
        schedule: second,
        answer1: second,
        answer2: first,
        price1: one,
        price2: other,
        isDeclared: true,
      }
      const shown = toFields(readContent(typed, call, []), call)
      assert.equal(shown.answer1, second)
      assert.equal(shown.answer2, first)
      assert.equal(shown.price1 ?? null, one)
      assert.equal(shown.price2 ?? null, other)
    }),
  )
})

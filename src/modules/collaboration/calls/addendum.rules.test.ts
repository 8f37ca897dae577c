import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { checkAmendedDates, listChanges } from './addendum.rules.ts'

const at = (text: string) => new Date(`${text}:00+01:00`)
const limits = { minimumDays: 15, lateChangeDays: 5 }
const before = {
  purpose: 'Encaisser sans réseau',
  requirements: 'Un reçu imprimé',
  questionsUntil: at('2026-12-05T12:00'),
  deadline: at('2026-12-15T12:00'),
}

test('seul ce qui change est dit, tel que le public le lit', () => {
  const after = {
    ...before,
    requirements: 'Un reçu imprimé ou un SMS',
    deadline: at('2026-12-20T12:00'),
  }
  assert.deepEqual(listChanges(before, after), [
    {
      label: 'Ce que la réponse contient et respecte',
      before: 'Un reçu imprimé',
      after: 'Un reçu imprimé ou un SMS',
    },
    {
      label: 'Date limite des propositions',
      before: '15 décembre 2026 à 12:00',
      after: '20 décembre 2026 à 12:00',
    },
  ])
  assert.deepEqual(listChanges(before, { ...before }), [])
})

test('un changement tôt garde la date ; tardif, il la repousse de jours entiers', () => {
  const early = checkAmendedDates(before, before, limits, at('2026-12-01T09:00'))
  assert.deepEqual(early, {})
  const late = checkAmendedDates(before, before, limits, at('2026-12-12T09:00'))
  assert.match(
    late.deadline ?? '',
    /laissez 5 jours entiers, soit au plus tôt le 17 décembre 2026 à 09:00/,
  )
})

test('jamais plus tôt que la date annoncée', () => {
  const sooner = { ...before, deadline: at('2026-12-14T12:00') }
  const { deadline } = checkAmendedDates(before, sooner, limits, at('2026-12-01T09:00'))
  assert.equal(deadline, 'La date limite ne peut pas être avancée.')
})

test('à quelque moment que ce soit, une date admise laisse le temps dû et ne recule pas', () => {
  const minute = 60_000
  fc.assert(
    fc.property(fc.nat(40 * 24 * 60), fc.nat(60 * 24 * 60), (elapsed, shift) => {
      const now = new Date(at('2026-11-20T12:00').getTime() + elapsed * minute)
      const deadline = new Date(at('2026-12-01T12:00').getTime() + shift * minute)
      const after = { questionsUntil: new Date(deadline.getTime() - minute), deadline }
      if (checkAmendedDates(before, after, limits, now).deadline) return
      assert.ok(deadline >= before.deadline)
      assert.ok(deadline.getTime() - now.getTime() >= limits.lateChangeDays * 24 * 60 * minute)
    }),
  )
})

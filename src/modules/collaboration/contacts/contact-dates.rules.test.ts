import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { checkProposedDates, computeAnswerDueAt, listDueReminders } from './contact-dates.rules.ts'

const at = (text: string) => new Date(`${text}+01:00`)
const blank = {
  demonstrationAt: null,
  remindedAt: null,
  demonstrationRemindedAt: null,
  outcomeRemindedAt: null,
}

test('une demande du lundi attend sa réponse dix jours ouvrés, jusqu’au soir', () => {
  assert.deepEqual(computeAnswerDueAt(at('2026-11-23T10:00')), at('2026-12-07T23:59'))
})

test('une demande du samedi compte à partir du lundi', () => {
  assert.deepEqual(computeAnswerDueAt(at('2026-11-28T10:00'), [], 1), at('2026-11-30T23:59'))
})

test('un jour férié repousse l’échéance, sauf s’il tombe un dimanche', () => {
  const now = at('2026-11-23T10:00')
  assert.deepEqual(computeAnswerDueAt(now, ['2026-12-01']), at('2026-12-08T23:59'))
  assert.deepEqual(computeAnswerDueAt(now, ['2026-11-29']), at('2026-12-07T23:59'))
})

test('le jour se compte au Bénin : à minuit passé, c’est déjà demain', () => {
  assert.deepEqual(computeAnswerDueAt(at('2026-11-24T00:10'), [], 1), at('2026-11-25T23:59'))
  assert.deepEqual(computeAnswerDueAt(at('2026-11-23T23:50'), [], 1), at('2026-11-24T23:59'))
})

test('une échéance ne tombe jamais un samedi ni un dimanche, et toujours après', () => {
  const moments = fc.date({
    min: new Date('2024-01-01'),
    max: new Date('2030-01-01'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(moments, fc.integer({ min: 1, max: 30 }), (now, days) => {
      const due = computeAnswerDueAt(now, [], days)
      const weekday = new Date(due.getTime() + 3_600_000).getUTCDay()
      assert.ok(weekday !== 0 && weekday !== 6)
      assert.ok(due > now)
    }),
  )
})

describe('les rappels', () => {
  const sent = { ...blank, status: 'sent' as const, answerDueAt: at('2026-12-07T23:59') }

  test('la startup est rappelée trois jours avant, une fois', () => {
    assert.deepEqual(listDueReminders(sent, at('2026-12-01T08:00')), [])
    assert.deepEqual(listDueReminders(sent, at('2026-12-05T08:00')), ['answerSoon'])
    assert.deepEqual(
      listDueReminders({ ...sent, remindedAt: at('2026-12-05T08:00') }, at('2026-12-06T08:00')),
      [],
    )
  })

  test('passé le délai, un seul rappel de plus', () => {
    const reminded = { ...sent, remindedAt: at('2026-12-05T08:00') }
    assert.deepEqual(listDueReminders(reminded, at('2026-12-08T08:00')), ['answerOverdue'])
    assert.deepEqual(
      listDueReminders({ ...sent, remindedAt: at('2026-12-08T08:00') }, at('2026-12-09T08:00')),
      [],
    )
  })

  test('une réponse donnée n’appelle plus de rappel', () => {
    assert.deepEqual(listDueReminders({ ...sent, status: 'accepted' }, at('2026-12-08T08:00')), [])
  })

  test('la démonstration se rappelle la veille, son issue une semaine après', () => {
    const scheduled = {
      ...sent,
      status: 'scheduled' as const,
      demonstrationAt: at('2026-12-10T10:00'),
    }
    assert.deepEqual(listDueReminders(scheduled, at('2026-12-08T10:00')), [])
    assert.deepEqual(listDueReminders(scheduled, at('2026-12-09T12:00')), ['demonstrationTomorrow'])
    assert.deepEqual(listDueReminders(scheduled, at('2026-12-12T10:00')), [])
    assert.deepEqual(
      listDueReminders({ ...scheduled, status: 'demonstrated' }, at('2026-12-17T10:00')),
      ['outcomeAwaited'],
    )
  })
})

test('une démonstration fixée pour le jour même ne s’annonce pas « demain »', () => {
  const scheduled = {
    ...blank,
    status: 'scheduled' as const,
    answerDueAt: at('2026-12-07T23:59'),
    demonstrationAt: at('2026-12-10T15:00'),
  }
  assert.deepEqual(listDueReminders(scheduled, at('2026-12-10T08:00')), [])
  assert.deepEqual(listDueReminders(scheduled, at('2026-12-09T23:30')), ['demonstrationTomorrow'])
})

test('les dates proposées sont à venir, proches, distinctes, trois au plus', () => {
  const now = at('2026-11-23T10:00')
  assert.equal(checkProposedDates([], now), null)
  assert.equal(checkProposedDates([at('2026-11-30T10:00'), at('2026-12-01T10:00')], now), null)
  assert.match(checkProposedDates([at('2026-11-22T10:00')], now) ?? '', /à venir/)
  assert.match(checkProposedDates([at('2027-11-22T10:00')], now) ?? '', /trois mois/)
  assert.match(
    checkProposedDates([at('2026-11-30T10:00'), at('2026-11-30T10:00')], now) ?? '',
    /différentes/,
  )
  const days = ['01', '02', '03', '04'].map((day) => at(`2026-12-${day}T10:00`))
  assert.equal(checkProposedDates(days.slice(0, 3), now), null)
  assert.match(checkProposedDates(days, now) ?? '', /trois dates au plus/)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays } from '#platform/days.rules.ts'
import {
  checkDates,
  earliestDeadlineAfterChange,
  stageOf,
  takesProposals,
  takesQuestions,
} from './call-dates.rules.ts'

const limits = { minimumDays: 10, lateChangeDays: 5 }
const noon = new Date('2026-12-01T11:00:00Z')
const published = {
  status: 'published',
  questionsUntil: addDays(noon, 5),
  deadline: addDays(noon, 12),
} as const

test('à l’heure dite il est trop tard, une milliseconde avant il est temps', () => {
  const before = new Date(published.deadline.getTime() - 1)
  assert.equal(takesProposals(published, before), true)
  assert.equal(takesProposals(published, published.deadline), false)
  assert.equal(stageOf(published, before), 'published')
  assert.equal(stageOf(published, published.deadline), 'closed')
})

test('un appel ouvert, annulé ou sans date ne prend plus rien', () => {
  assert.equal(takesProposals({ ...published, status: 'opened' }, noon), false)
  assert.equal(takesProposals({ ...published, status: 'cancelled' }, noon), false)
  assert.equal(takesProposals({ ...published, deadline: null }, noon), false)
})

test('les questions se ferment avant les propositions', () => {
  assert.equal(takesQuestions(published, noon), true)
  assert.equal(takesQuestions(published, addDays(noon, 5)), false)
  const late = { questionsUntil: addDays(noon, 13), deadline: addDays(noon, 12) }
  assert.match(checkDates(late, limits, noon).questionsUntil ?? '', /avant la date limite/)
})

test('trop peu de jours pour répondre : la date limite est refusée avec la raison', () => {
  const short = { questionsUntil: addDays(noon, 2), deadline: addDays(noon, 9) }
  assert.match(checkDates(short, limits, noon).deadline ?? '', /au moins 10 jours/)
  assert.deepEqual(checkDates(published, limits, noon), {})
})

const moments = fc.date({
  min: new Date('2026-01-01'),
  max: new Date('2030-01-01'),
  noInvalidDate: true,
})

test('un changement ne rapproche jamais la date limite, et laisse toujours le délai', () => {
  fc.assert(
    fc.property(
      moments,
      moments,
      fc.integer({ min: 1, max: 60 }),
      (deadline, now, lateChangeDays) => {
        const earliest = earliestDeadlineAfterChange(deadline, { ...limits, lateChangeDays }, now)
        assert.ok(earliest >= deadline)
        assert.ok(earliest >= addDays(now, lateChangeDays))
        assert.ok(
          earliest.getTime() === deadline.getTime() ||
            earliest.getTime() === addDays(now, lateChangeDays).getTime(),
        )
      },
    ),
  )
})

test('de changement en changement, chaque date limite contient les précédentes', () => {
  fc.assert(
    fc.property(moments, fc.array(moments, { minLength: 1, maxLength: 8 }), (first, changes) => {
      const sorted = [...changes].sort((one, other) => one.getTime() - other.getTime())
      let deadline = first
      for (const now of sorted) {
        const next = earliestDeadlineAfterChange(deadline, limits, now)
        assert.ok(next >= deadline)
        deadline = next
      }
    }),
  )
})

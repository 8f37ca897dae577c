import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  computeEndsAt,
  type Duration,
  durations,
  findState,
  isAssistanceOpen,
} from './assistance.rules.ts'

const startedAt = new Date('2026-11-23T08:00:00Z')
const at = (time: string) => new Date(`2026-11-23T${time}Z`)

describe('an assistance', () => {
  const assistance = { endsAt: computeEndsAt(startedAt, '2'), stoppedAt: null }

  test('is open until its last moment, then ended by the clock alone', () => {
    assert.equal(findState(assistance, startedAt), 'open')
    assert.equal(findState(assistance, at('09:59:59.999')), 'open')
    assert.equal(findState(assistance, at('10:00:00')), 'elapsed')
  })

  test('that was stopped stays so, even once its time has passed', () => {
    const stopped = { ...assistance, stoppedAt: at('08:30:00') }
    assert.equal(findState(stopped, at('08:30:00')), 'stopped')
    assert.equal(findState(stopped, at('18:00:00')), 'stopped')
    assert.equal(isAssistanceOpen(stopped, at('08:31:00')), false)
  })

  test('lasts four hours at most', () => {
    const longest = Math.max(
      ...durations.map((hours: Duration) => computeEndsAt(startedAt, hours).getTime()),
    )
    assert.equal(longest, at('12:00:00').getTime())
  })
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isWithin, tellPeriod } from './session-period.rules.ts'

const period = (startsOn: string, endsOn: string) => ({ startsOn, endsOn })

test('une session se dit en un jour, en un mois ou d’un mois à l’autre', () => {
  assert.equal(tellPeriod(period('2025-06-04', '2025-06-04')), 'le 4 juin 2025')
  assert.equal(tellPeriod(period('2024-10-10', '2024-10-11')), 'du 10 au 11 octobre 2024')
  assert.equal(tellPeriod(period('2026-12-01', '2026-12-02')), 'du 1er au 2 décembre 2026')
  assert.equal(
    tellPeriod(period('2024-10-31', '2024-11-01')),
    'du 31 octobre 2024 au 1er novembre 2024',
  )
})

test('un point tombe un jour de la session', () => {
  const session = period('2024-10-10', '2024-10-11')
  assert.deepEqual(
    ['2024-10-09', '2024-10-10', '2024-10-11', '2024-10-12'].map((day) => isWithin(session, day)),
    [false, true, true, false],
  )
})

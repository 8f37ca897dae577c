import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isBackupDue } from './backup-age.rules.ts'

const now = new Date('2026-11-23T09:00:00Z')
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000)

describe('une sauvegarde est due', () => {
  test('tant qu’il n’y en a aucune, ou que la dernière est incomplète', () => {
    assert.equal(isBackupDue(undefined, now), true)
    assert.equal(isBackupDue({ finishedAt: hoursAgo(1), isWhole: false }, now), true)
  })

  test('un jour et six heures après la dernière, pas avant', () => {
    assert.equal(isBackupDue({ finishedAt: hoursAgo(29), isWhole: true }, now), false)
    assert.equal(isBackupDue({ finishedAt: hoursAgo(31), isWhole: true }, now), true)
  })
})

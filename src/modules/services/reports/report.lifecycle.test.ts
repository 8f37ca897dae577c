import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { system } from '#platform/actor.ts'
import { addDays } from '#platform/days.rules.ts'
import { actorNames, actors, organisationIds } from '#test/factories/actors.ts'
import { testLifecycle } from '#test/factories/lifecycle-matrix.ts'
import { type Report, reportLifecycle } from './report.lifecycle.ts'
import { mayChooseCategories, reportPolicy } from './report.policy.ts'
import { type ReportStatus, reportStatuses, reportWorkflow } from './report.workflow.ts'
import { contestDays, mayContest } from './treat-report.actions.ts'

const communeId = organisationIds.glazoue
const team = ['agentGlazoue', 'maireGlazoue', 'rsiGlazoue', 'seGlazoue'] as const
const told = (status: ReportStatus) => ({ communeId, status }) as Report

testLifecycle({
  title: 'Un signalement fait à Glazoué',
  workflow: reportWorkflow,
  policy: reportLifecycle.policy,
  rowAt: told,
  allowed: {
    take: { received: team, inProgress: team },
    release: { inProgress: team },
    resolve: { received: team, inProgress: team },
    reject: { received: team, inProgress: team },
    merge: { received: team, inProgress: team },
    reopen: { resolved: team, rejected: team, duplicate: team },
    // Of nobody: the system does it for whoever holds the code.
    contest: {},
  },
})

describe('ce que chacun peut d’un signalement', () => {
  const able = (rule: keyof typeof reportPolicy, status: ReportStatus) =>
    actorNames.filter((name) => reportPolicy[rule](actors[name], told(status))).sort()

  test('la mairie seule le lit, le confie, y répond et dit ce qui est public, quel que soit son état', () => {
    for (const status of reportStatuses)
      for (const rule of ['read', 'route', 'answer', 'moderate'] as const)
        assert.deepEqual(able(rule, status), [...team], `${rule} ${status}`)
  })

  test('contester passe par le code, que le système vérifie', () => {
    assert.equal(reportPolicy.contest(system), true)
    assert.deepEqual(able('contest', 'resolved'), [])
  })

  test('choisir ce que la commune reçoit revient à ceux qui répondent d’elle', () => {
    const choosers = actorNames.filter((name) => mayChooseCategories(actors[name], { communeId }))
    assert.deepEqual(choosers.sort(), ['maireGlazoue', 'rsiGlazoue', 'seGlazoue'])
  })
})

test('on dit que ce n’est pas réglé pendant un mois, et seulement de ce qui l’est', () => {
  const closedAt = new Date('2026-10-01T08:00:00Z')
  const after = (days: number) => addDays(closedAt, days)
  assert.equal(mayContest({ status: 'resolved', closedAt }, after(0)), true)
  assert.equal(mayContest({ status: 'resolved', closedAt }, after(contestDays)), true)
  assert.equal(mayContest({ status: 'resolved', closedAt }, after(contestDays + 0.01)), false)
  for (const status of reportStatuses.filter((one) => one !== 'resolved'))
    assert.equal(mayContest({ status, closedAt }, after(1)), false)
})

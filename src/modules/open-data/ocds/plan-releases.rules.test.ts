import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { Dossier } from '#modules/collaboration/index.ts'
import { stageOf } from './choose-tags.rules.ts'
import { listContractingProcesses } from './contracting-process.rules.ts'
import { day, dossier, organisations } from './glazoue-process.fixture.ts'
import { type Known, planReleases } from './plan-releases.rules.ts'

const now = day('2026-09-30')

function plan(of: Dossier, known: Known | null, at: Date) {
  const [process] = listContractingProcesses(of)
  assert.ok(process)
  return planReleases({ dossier: of, process, known, organisations, now: at })
}

const dayOf = (date: Date) => date.toISOString().slice(0, 10)

describe('the releases of a process', () => {
  test('tell each change at its moment, with what it is', () => {
    const { releases, compiled } = plan(dossier, null, now)
    assert.deepEqual(
      releases.map(({ date, tag }) => [dayOf(date), tag.join(' ')]),
      [
        ['2026-01-05', 'planning'],
        ['2026-02-01', 'tender'],
        ['2026-02-08', 'tenderAmendment'],
        ['2026-03-06', 'tenderUpdate'],
        ['2026-03-10', 'tenderUpdate award'],
        ['2026-03-20', 'awardUpdate'],
        ['2026-04-01', 'contract'],
        ['2026-04-05', 'contractUpdate implementation'],
        ['2026-05-01', 'contractAmendment'],
        ['2026-05-20', 'implementationUpdate'],
        ['2026-05-25', 'implementationUpdate'],
        ['2026-06-09', 'implementationUpdate'],
        ['2026-08-30', 'contractTermination implementationUpdate'],
      ],
    )
    assert.equal(stageOf(compiled), 'implementation')
  })

  test('never count proposals before the decision', () => {
    const { releases } = plan(dossier, null, day('2026-03-09'))
    const told = JSON.stringify(releases)
    assert.ok(!told.includes('bids') && !told.includes('numberOfTenderers'))
    assert.ok(JSON.stringify(plan(dossier, null, now).compiled).includes('validBids'))
  })

  test('are the same whether told at once or as they come, and are not told twice', () => {
    const [project] = dossier.projects
    assert.ok(project)
    const milestones = project.milestones.map((one) => ({ ...one, paidOn: null, paidAmount: null }))
    const unpaid = { ...dossier, projects: [{ ...project, milestones }] }
    const whole = plan(unpaid, null, now)
    const dates = whole.releases.map(({ date }) => date.getTime())
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...dates), { maxLength: 8 }), (chosen) => {
        let known: Known | null = null
        const told: unknown[] = []
        for (const at of [...chosen.sort((a, b) => a - b), now.getTime(), now.getTime() + 5]) {
          const { releases, compiled } = plan(unpaid, known, new Date(at))
          told.push(...releases)
          const lastAt = releases.at(-1)?.date
          if (lastAt) known = { compiled, lastAt }
        }
        assert.deepEqual(told, whole.releases)
      }),
    )
  })

  test('a payment is told when it is recorded, whichever day it was made', () => {
    const { compiled } = plan(dossier, null, day('2026-05-26'))
    const recorded = day('2026-06-15')
    const { releases } = plan(dossier, { compiled, lastAt: day('2026-05-25') }, recorded)
    assert.deepEqual(
      releases.map(({ date }) => date),
      [recorded],
    )
  })

  test('a decision that falls is cancelled, and the next one is another', () => {
    const [call] = dossier.calls
    assert.ok(call)
    const awarded = {
      ...dossier,
      agreements: [],
      projects: [],
      calls: [{ ...call, events: call.events.slice(0, 2) }],
    }
    const first = plan(awarded, null, day('2026-03-12'))
    const fallen = {
      ...awarded,
      calls: [
        {
          ...call,
          awards: [],
          events: [
            ...call.events.slice(0, 2),
            { step: 'reconsider', toStatus: 'opened', occurredAt: day('2026-03-15') },
          ],
        },
      ],
    }
    const known = { compiled: first.compiled, lastAt: day('2026-03-10') }
    const [release, ...others] = plan(fallen, known, day('2026-03-15')).releases
    assert.deepEqual(others, [])
    assert.ok(release?.tag.includes('awardCancellation'))
    assert.deepEqual(release?.body.awards, [{ id: 'award', status: 'cancelled' }])
  })

  test('a need that was taken back says no more than that, and what it said is withheld', () => {
    const alone = { ...dossier, calls: [], agreements: [], projects: [] }
    const { compiled, releases } = plan(alone, null, day('2026-01-06'))
    const need = {
      ...(dossier.need as NonNullable<Dossier['need']>),
      ...{ isPublic: false, takenBackAt: day('2026-01-10'), title: '', problem: '' },
      ...{ expectedOutcome: '', budgetSource: '', budgetMax: null },
    }
    const known = { compiled, lastAt: releases.at(-1)?.date as Date }
    const back = plan({ ...alone, need }, known, day('2026-01-10'))
    assert.equal(back.withholds, true)
    assert.deepEqual(back.releases[0]?.tag, ['tenderCancellation'])
    assert.equal(back.releases[0]?.body.planning, undefined)
    assert.ok(!JSON.stringify(back).includes('tickets'))
    const later = { compiled: back.compiled, lastAt: day('2026-01-10') }
    assert.deepEqual(plan({ ...alone, need }, later, now), {
      ...{ releases: [], compiled: back.compiled, withholds: false },
    })
  })

  test('a need that nobody read of before it was taken back is not told', () => {
    const need = {
      ...(dossier.need as NonNullable<Dossier['need']>),
      isPublic: false,
      takenBackAt: day('2026-01-10'),
    }
    const alone = { ...dossier, need, calls: [], agreements: [], projects: [] }
    assert.deepEqual(
      listContractingProcesses(alone).map(() => plan(alone, null, now).releases),
      [[]],
    )
  })

  test('a second call is a process of its own, that names the first', () => {
    const [call] = dossier.calls
    assert.ok(call)
    const failed = {
      ...call,
      awards: [],
      events: [
        { step: 'declareUnsuccessful', toStatus: 'unsuccessful', occurredAt: day('2026-03-07') },
      ],
    }
    const second = {
      ...call,
      id: 'second',
      reference: 'APP-2026-0009',
      publishedAt: day('2026-03-09'),
      addenda: [],
    }
    const processes = listContractingProcesses({ ...dossier, calls: [failed, second] })
    assert.deepEqual(
      processes.map(({ reference, follows }) => [reference, follows]),
      [
        ['BES-2026-0001', null],
        ['APP-2026-0009', { reference: 'BES-2026-0001', hasFailed: true }],
      ],
    )
  })
})

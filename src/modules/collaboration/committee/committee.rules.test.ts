import assert from 'node:assert/strict'
import { test } from 'node:test'
import { haveAllFinished, isCommitteeComplete } from './committee.rules.ts'

const done = new Date('2026-11-23T09:00:00Z')
const named = { status: 'named', finishedAt: null } as const
const declared = { status: 'declared', finishedAt: null } as const
const finished = { status: 'declared', finishedAt: done } as const
const cut = { status: 'cut', finishedAt: done } as const

test('un comité de trois attend trois déclarations ; qui est écarté ne compte plus', () => {
  assert.equal(isCommitteeComplete([declared, finished, declared], 3), true)
  assert.equal(isCommitteeComplete([declared, declared, named], 3), false)
  assert.equal(isCommitteeComplete([declared, finished, cut], 3), false)
})

test('les notes se montrent quand tous ceux qui peuvent noter ont fini', () => {
  assert.equal(haveAllFinished([finished, finished, cut]), true)
  assert.equal(haveAllFinished([finished, declared]), false)
  assert.equal(haveAllFinished([cut]), false)
  assert.equal(haveAllFinished([]), false)
})

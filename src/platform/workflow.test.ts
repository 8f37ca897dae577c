import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { defineWorkflow, listStatuses, listSteps, tryStep } from './workflow.ts'

type Status = 'draft' | 'sent' | 'closed' | 'withdrawn'
type Step = 'send' | 'close' | 'withdraw'
const workflow = defineWorkflow<Status, Step, 'isComplete' | 'isSigned'>({
  initial: 'draft',
  steps: {
    send: { from: ['draft'], to: 'sent', requires: ['isComplete', 'isSigned'] },
    close: { from: ['sent'], to: 'closed' },
    withdraw: { from: ['draft', 'sent'], to: 'withdrawn' },
  },
})

describe('a workflow', () => {
  test('lets each step leave its own statuses, and no other', () => {
    const facts = { isComplete: true, isSigned: true }
    const allowed = listStatuses(workflow).flatMap((status) =>
      (['send', 'close', 'withdraw'] as const)
        .filter((step) => tryStep(workflow, step, status, facts).ok)
        .map((step) => `${step} ${status}`),
    )
    assert.deepEqual(allowed, ['send draft', 'withdraw draft', 'close sent', 'withdraw sent'])
  })

  test('tells where a step leads, or that the status does not allow it', () => {
    assert.deepEqual(tryStep(workflow, 'close', 'sent'), { ok: true, to: 'closed' })
    assert.deepEqual(tryStep(workflow, 'close', 'closed'), { ok: false, because: 'status' })
  })

  test('counts a fact that nobody established as false, and names each that is missing', () => {
    const missing = (facts: object) => tryStep(workflow, 'send', 'draft', facts)
    assert.deepEqual(missing({}), {
      ok: false,
      because: 'fact',
      missing: ['isComplete', 'isSigned'],
    })
    assert.deepEqual(missing({ isComplete: true, isSigned: false }), {
      ok: false,
      because: 'fact',
      missing: ['isSigned'],
    })
  })

  test('lists what may be done from a status, in the order of its steps', () => {
    assert.deepEqual(listSteps(workflow, 'draft'), ['send', 'withdraw'])
    assert.deepEqual(listSteps(workflow, 'withdrawn'), [])
  })

  test('knows every status it names, once', () => {
    assert.deepEqual(listStatuses(workflow), ['draft', 'sent', 'closed', 'withdrawn'])
  })
})

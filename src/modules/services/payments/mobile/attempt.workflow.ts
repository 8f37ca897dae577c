/**
 * The life of an attempt to pay by mobile money. What the gateway answers is the system's to write; people only give money back.
 *
 *   pending ──pay──▶ paid ──────┬─askReturn─▶ returning ─confirmReturn─▶ returned
 *      │ └─exceed─▶ duplicate ──┤                └─refuseReturn─▶ returnRefused ┐
 *      └─fail─▶ failed          └────────────────handBack──▶ returned ◀─────────┘
 *
 * One that failed may still be paid, late: `pay` and `exceed` leave from there too.
 */
import { defineWorkflow } from '#platform/workflow.ts'

export const attemptStatuses = [
  'pending',
  'paid',
  'failed',
  'duplicate',
  'returning',
  'returnRefused',
  'returned',
] as const
export type AttemptStatus = (typeof attemptStatuses)[number]
export type AttemptStep =
  | 'pay'
  | 'exceed'
  | 'fail'
  | 'askReturn'
  | 'confirmReturn'
  | 'refuseReturn'
  | 'handBack'
export type AttemptFact = 'gatewayGivesBack' | 'reasonIsGiven'

export const attemptWorkflow = defineWorkflow<AttemptStatus, AttemptStep, AttemptFact>({
  initial: 'pending',
  steps: {
    pay: { from: ['pending', 'failed'], to: 'paid' },
    exceed: { from: ['pending', 'failed'], to: 'duplicate' },
    fail: { from: ['pending'], to: 'failed' },
    askReturn: {
      from: ['paid', 'duplicate'],
      to: 'returning',
      requires: ['gatewayGivesBack', 'reasonIsGiven'],
    },
    confirmReturn: { from: ['returning'], to: 'returned' },
    refuseReturn: { from: ['returning'], to: 'returnRefused' },
    handBack: {
      from: ['paid', 'duplicate', 'returnRefused'],
      to: 'returned',
      requires: ['reasonIsGiven'],
    },
  },
})

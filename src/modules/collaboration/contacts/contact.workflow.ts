/**
 * The life of a contact (« mise en relation ») between a commune and a startup.
 *
 *   sent ─accept─▶ accepted ─schedule─▶ scheduled ─demonstrate─▶ demonstrated
 *    │ └────────────schedule──────────────▲  └─schedule─▲             │
 *    └─decline─▶ declined                             followUp / close ▼
 *                                              followedUp / notFollowedUp
 *
 * An outcome may be recorded from the acceptance on: some communes need no demonstration.
 */
import { defineWorkflow } from '#platform/workflow.ts'

export type ContactStatus =
  | 'sent'
  | 'accepted'
  | 'declined'
  | 'scheduled'
  | 'demonstrated'
  | 'followedUp'
  | 'notFollowedUp'
  | 'withdrawn'

export type ContactStep =
  | 'accept'
  | 'decline'
  | 'schedule'
  | 'demonstrate'
  | 'followUp'
  | 'close'
  | 'withdraw'

export type ContactFact = 'reasonIsGiven' | 'dateIsGiven' | 'dateHasPassed'

export const contactWorkflow = defineWorkflow<ContactStatus, ContactStep, ContactFact>({
  initial: 'sent',
  steps: {
    accept: { from: ['sent'], to: 'accepted' },
    decline: { from: ['sent', 'accepted'], to: 'declined', requires: ['reasonIsGiven'] },
    schedule: {
      from: ['sent', 'accepted', 'scheduled'],
      to: 'scheduled',
      requires: ['dateIsGiven'],
    },
    demonstrate: { from: ['scheduled'], to: 'demonstrated', requires: ['dateHasPassed'] },
    followUp: {
      from: ['accepted', 'scheduled', 'demonstrated'],
      to: 'followedUp',
      requires: ['reasonIsGiven'],
    },
    close: {
      from: ['accepted', 'scheduled', 'demonstrated'],
      to: 'notFollowedUp',
      requires: ['reasonIsGiven'],
    },
    withdraw: { from: ['sent', 'accepted'], to: 'withdrawn', requires: ['reasonIsGiven'] },
  },
})

/** Nothing more is expected of either side. */
export const endedStatuses: readonly ContactStatus[] = [
  'declined',
  'followedUp',
  'notFollowedUp',
  'withdrawn',
]

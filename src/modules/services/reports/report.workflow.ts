/**
 * The life of a report: told, in hand, ended. Whoever told it may say, within a month, that it is not mended; the town hall may open it
 * again whenever it was wrong.
 *
 *   received ◀─release── inProgress ◀─take (also from received)
 *      │                     │
 *      └──────────┬──────────┘
 *      resolve, reject, merge ──▶ resolved, rejected, duplicate ──reopen──▶ received
 *                                 resolved ──contest──▶ received
 */
import { defineWorkflow } from '#platform/workflow.ts'

export const reportStatuses = [
  'received',
  'inProgress',
  'resolved',
  'rejected',
  'duplicate',
] as const
export type ReportStatus = (typeof reportStatuses)[number]

export type ReportStep = 'take' | 'release' | 'resolve' | 'reject' | 'merge' | 'reopen' | 'contest'

export type ReportFact = 'answerIsGiven' | 'reasonIsGiven' | 'targetStands' | 'isRecent'

/** Where the town hall still has something to do. */
export const openStatuses = ['received', 'inProgress'] as const
const ended = ['resolved', 'rejected', 'duplicate'] as const

export const isOpen = (status: ReportStatus): boolean =>
  openStatuses.some((open) => open === status)

export const reportWorkflow = defineWorkflow<ReportStatus, ReportStep, ReportFact>({
  initial: 'received',
  steps: {
    take: { from: openStatuses, to: 'inProgress' },
    release: { from: ['inProgress'], to: 'received' },
    resolve: { from: openStatuses, to: 'resolved', requires: ['answerIsGiven'] },
    reject: { from: openStatuses, to: 'rejected', requires: ['reasonIsGiven'] },
    merge: { from: openStatuses, to: 'duplicate', requires: ['targetStands'] },
    reopen: { from: ended, to: 'received', requires: ['reasonIsGiven'] },
    contest: { from: ['resolved'], to: 'received', requires: ['reasonIsGiven', 'isRecent'] },
  },
})

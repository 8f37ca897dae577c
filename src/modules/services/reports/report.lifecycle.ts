/** How a report's status is kept, in the journal of its commune. Its history says who and when; what was said is in its messages. */
import type { Selectable } from 'kysely'
import type { Tables } from '#platform/database.ts'
import type { Lifecycle } from '#platform/lifecycle.ts'
import { reportPolicy } from './report.policy.ts'
import {
  type ReportFact,
  type ReportStatus,
  type ReportStep,
  reportWorkflow,
} from './report.workflow.ts'

export type Visibility = 'waiting' | 'shown' | 'hidden'

export type Report = Omit<Selectable<Tables['services.report']>, 'status' | 'visibility'> & {
  readonly status: ReportStatus
  readonly visibility: Visibility
}

export const reportLifecycle: Lifecycle<Report, ReportStatus, ReportStep, ReportFact> = {
  kind: 'report',
  table: 'services.report',
  historyTable: 'services.reportEvent',
  workflow: reportWorkflow,
  policy: reportPolicy,
  historyOf: ({ id, communeId }) => ({ reportId: id, communeId }),
  journalOf: ({ communeId }) => communeId,
  missing: {
    answerIsGiven: 'Dites ce qui a été fait : tout le monde le lira.',
    reasonIsGiven: 'Dites pourquoi : qui a signalé le lira.',
    targetStands: 'Choisissez un signalement de la commune qui n’est pas lui-même regroupé.',
    isRecent: 'Le délai pour le dire est passé. Faites un nouveau signalement.',
  },
}

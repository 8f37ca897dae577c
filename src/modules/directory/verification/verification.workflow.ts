/**
 * How a startup, or one of its solutions, becomes something communes can rely on.
 *
 *   draft ──submit──▶ submitted ──verify──▶ verified ──suspend──▶ suspended
 *     ▲ ◀─withdraw──── │  │  ▲               ⟲ revise ◀─reinstate── ⟲ amend
 *     │      requestEdits │  resubmit
 *     │                ▼  │  │
 *     │    editsRequested─│──┘
 *     └──reopen── rejected ◀─┘ reject
 *
 * `revise` and `amend` change no status: they put on record that a verified or suspended file was edited.
 */
import { defineWorkflow, type Step } from '#platform/workflow.ts'
import type { VerificationStatus } from '../labels.ts'

export type VerificationStep =
  | 'submit'
  | 'withdraw'
  | 'requestEdits'
  | 'resubmit'
  | 'verify'
  | 'reject'
  | 'reopen'
  | 'revise'
  | 'suspend'
  | 'amend'
  | 'reinstate'

export type VerificationFact =
  | 'fileIsComplete'
  | 'reasonIsGiven'
  | 'verifierIsIndependent'
  | 'changesAreNamed'

type Steps<Fact extends string> = Record<VerificationStep, Step<VerificationStatus, Fact>>

const steps = {
  submit: { from: ['draft'], to: 'submitted', requires: ['fileIsComplete'] },
  withdraw: { from: ['submitted'], to: 'draft' },
  requestEdits: {
    from: ['submitted'],
    to: 'editsRequested',
    requires: ['reasonIsGiven', 'verifierIsIndependent'],
  },
  resubmit: { from: ['editsRequested'], to: 'submitted', requires: ['fileIsComplete'] },
  verify: { from: ['submitted'], to: 'verified', requires: ['verifierIsIndependent'] },
  reject: {
    from: ['submitted'],
    to: 'rejected',
    requires: ['reasonIsGiven', 'verifierIsIndependent'],
  },
  reopen: { from: ['rejected'], to: 'draft' },
  revise: { from: ['verified'], to: 'verified', requires: ['changesAreNamed'] },
  suspend: {
    from: ['verified'],
    to: 'suspended',
    requires: ['reasonIsGiven', 'verifierIsIndependent'],
  },
  amend: { from: ['suspended'], to: 'suspended', requires: ['changesAreNamed'] },
  reinstate: { from: ['suspended'], to: 'verified', requires: ['verifierIsIndependent'] },
} satisfies Steps<VerificationFact>

export const startupWorkflow = defineWorkflow<
  VerificationStatus,
  VerificationStep,
  VerificationFact
>({ initial: 'draft', steps })

/** A solution is never verified before the company that sells it. */
export type SolutionFact = VerificationFact | 'startupIsVerified'

export const solutionWorkflow = defineWorkflow<VerificationStatus, VerificationStep, SolutionFact>({
  initial: 'draft',
  steps: {
    ...steps,
    verify: { ...steps.verify, requires: ['startupIsVerified', 'verifierIsIndependent'] },
    reinstate: { ...steps.reinstate, requires: ['startupIsVerified', 'verifierIsIndependent'] },
  },
})

/** The steps the association takes after reading the file; each is a form on its page. */
export const decisions = ['verify', 'requestEdits', 'reject', 'suspend', 'reinstate'] as const
export type Decision = (typeof decisions)[number]

/** While the association reads a file, nobody changes it under its eyes. */
export function isEditable(status: VerificationStatus): boolean {
  return status !== 'submitted' && status !== 'rejected'
}

/** The step that records an edit, for the statuses where an edit must be told; null while the file is being prepared. */
export function findEditStep(status: VerificationStatus): 'revise' | 'amend' | null {
  if (status === 'verified') return 'revise'
  return status === 'suspended' ? 'amend' : null
}

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { listStatuses, tryStep } from '#platform/workflow.ts'
import { actorNames, actors, organisationIds } from '#test/factories/actors.ts'
import { testLifecycle } from '#test/factories/lifecycle-matrix.ts'
import { solutionPolicy, startupPolicy } from './verification.policy.ts'
import {
  findEditStep,
  isEditable,
  type SolutionFact,
  solutionWorkflow,
  startupWorkflow,
} from './verification.workflow.ts'

const startup = { id: organisationIds.startupA }
const solution = { startupId: organisationIds.startupA }

const team = ['membreA', 'responsableA'] as const
const association = ['secretariatAncb'] as const
const manager = ['responsableA'] as const

const decisions = {
  verify: { submitted: association },
  requestEdits: { submitted: association },
  reject: { submitted: association },
  suspend: { verified: association },
  reinstate: { suspended: association },
}

testLifecycle({
  title: 'Le dossier d’une startup',
  workflow: startupWorkflow,
  policy: startupPolicy,
  rowAt: () => startup,
  allowed: {
    ...decisions,
    submit: { draft: manager },
    withdraw: { submitted: manager },
    resubmit: { editsRequested: manager },
    reopen: { rejected: manager },
    revise: { verified: team },
    amend: { suspended: team },
  },
})

testLifecycle({
  title: 'Le dossier d’une solution',
  workflow: solutionWorkflow,
  policy: solutionPolicy,
  rowAt: () => solution,
  allowed: {
    ...decisions,
    submit: { draft: team },
    withdraw: { submitted: team },
    resubmit: { editsRequested: team },
    reopen: { rejected: team },
    revise: { verified: team },
    amend: { suspended: team },
  },
})

describe('Ce que demande une vérification', () => {
  const everyFact: Record<SolutionFact, true> = {
    fileIsComplete: true,
    reasonIsGiven: true,
    verifierIsIndependent: true,
    changesAreNamed: true,
    startupIsVerified: true,
  }

  test('personne ne décide du dossier de sa propre startup', () => {
    const facts = { ...everyFact, verifierIsIndependent: false }
    const steps = [
      ['verify', 'submitted'],
      ['requestEdits', 'submitted'],
      ['reject', 'submitted'],
      ['suspend', 'verified'],
      ['reinstate', 'suspended'],
    ] as const
    for (const [step, status] of steps) {
      const move = tryStep(solutionWorkflow, step, status, facts)
      assert.deepEqual(
        move,
        { ok: false, because: 'fact', missing: ['verifierIsIndependent'] },
        step,
      )
    }
  })

  test('une solution n’est jamais publiée avant sa startup', () => {
    const facts = { ...everyFact, startupIsVerified: false }
    assert.equal(tryStep(solutionWorkflow, 'verify', 'submitted', facts).ok, false)
    assert.equal(tryStep(solutionWorkflow, 'reinstate', 'suspended', facts).ok, false)
  })

  test('rien d’incomplet n’est soumis, et aucune décision défavorable n’est prise sans motif', () => {
    const missing = (step: 'submit' | 'resubmit' | 'requestEdits' | 'reject' | 'suspend') =>
      startupWorkflow.steps[step].requires?.[0]
    assert.equal(missing('submit'), 'fileIsComplete')
    assert.equal(missing('resubmit'), 'fileIsComplete')
    for (const step of ['requestEdits', 'reject', 'suspend'] as const)
      assert.equal(missing(step), 'reasonIsGiven')
  })
})

describe('Modifier un dossier', () => {
  test('attend que l’association ait fini de le lire', () => {
    const closed = listStatuses(startupWorkflow).filter((status) => !isEditable(status))
    assert.deepEqual(closed, ['submitted', 'rejected'])
  })

  test('s’inscrit dans l’historique dès que quelqu’un a pu s’y fier', () => {
    assert.equal(findEditStep('verified'), 'revise')
    assert.equal(findEditStep('suspended'), 'amend')
    assert.equal(findEditStep('draft'), null)
    assert.equal(findEditStep('editsRequested'), null)
  })

  test('appartient à la startup seule', () => {
    const editors = actorNames.filter((name) => startupPolicy.edit(actors[name], startup))
    assert.deepEqual(editors.sort(), [...team])
    const solutionEditors = actorNames.filter((name) => solutionPolicy.edit(actors[name], solution))
    assert.deepEqual(solutionEditors.sort(), [...team])
  })
})

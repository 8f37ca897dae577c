import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Actor, type OrganisationKind, type Role, system, visitor } from '#platform/actor.ts'
import { listStatuses, tryStep, type Workflow } from '#platform/workflow.ts'
import type { VerificationStatus } from '../labels.ts'
import { solutionPolicy, startupPolicy } from './verification.policy.ts'
import {
  findEditStep,
  isEditable,
  type SolutionFact,
  solutionWorkflow,
  startupWorkflow,
  type VerificationFact,
  type VerificationStep,
} from './verification.workflow.ts'

const startupId = '01890000-0000-7000-8000-000000000001'

function person(kind: OrganisationKind, role: Role, organisationId = `a ${kind}`): Actor {
  const organisation = { id: organisationId, kind, name: kind }
  return { kind: 'person', id: `${role} of ${kind}`, name: role, organisation, role }
}

const actors = {
  visitor,
  system,
  citizen: { ...visitor, kind: 'person', id: 'a citizen' } satisfies Actor,
  manager: person('startup', 'manager', startupId),
  member: person('startup', 'member', startupId),
  rival: person('startup', 'manager', 'another startup'),
  secretary: person('commune', 'secretary'),
  itOfficer: person('commune', 'itOfficer'),
  staff: person('association', 'staff'),
  commissioner: person('association', 'commissioner'),
  resourcePerson: person('association', 'resourcePerson'),
  administration: person('administration', 'reader'),
  partner: person('partner', 'reader'),
}
type Who = keyof typeof actors

interface Right {
  who: readonly Who[]
  at: readonly VerificationStatus[]
}
const team = ['manager', 'member'] as const
const association = ['staff'] as const

const solutionRights: Record<VerificationStep, Right> = {
  submit: { who: team, at: ['draft'] },
  withdraw: { who: team, at: ['submitted'] },
  requestEdits: { who: association, at: ['submitted'] },
  resubmit: { who: team, at: ['editsRequested'] },
  verify: { who: association, at: ['submitted'] },
  reject: { who: association, at: ['submitted'] },
  reopen: { who: team, at: ['rejected'] },
  revise: { who: team, at: ['verified'] },
  suspend: { who: association, at: ['verified'] },
  amend: { who: team, at: ['suspended'] },
  reinstate: { who: association, at: ['suspended'] },
}

const onlyManager = ['manager'] as const
const startupRights: Record<VerificationStep, Right> = {
  ...solutionRights,
  submit: { who: onlyManager, at: ['draft'] },
  withdraw: { who: onlyManager, at: ['submitted'] },
  resubmit: { who: onlyManager, at: ['editsRequested'] },
  reopen: { who: onlyManager, at: ['rejected'] },
}

const everyFact: Record<SolutionFact, true> = {
  fileIsComplete: true,
  reasonIsGiven: true,
  verifierIsIndependent: true,
  changesAreNamed: true,
  startupIsVerified: true,
}

interface Try {
  who: Who
  status: VerificationStatus
  step: VerificationStep
}

function listTries(workflow: Workflow<VerificationStatus, VerificationStep, never>): Try[] {
  const steps = Object.keys(workflow.steps) as VerificationStep[]
  const statuses = listStatuses(workflow)
  return (Object.keys(actors) as Who[]).flatMap((who) =>
    statuses.flatMap((status) => steps.map((step) => ({ who, status, step }))),
  )
}

function isExpected(rights: Record<VerificationStep, Right>, { who, status, step }: Try) {
  return rights[step].who.includes(who) && rights[step].at.includes(status)
}

const kinds = [
  {
    name: 'a startup',
    workflow: startupWorkflow,
    rights: startupRights,
    allows: ({ who, step }: Try) => startupPolicy[step](actors[who], { id: startupId }),
  },
  {
    name: 'a solution',
    workflow: solutionWorkflow,
    rights: solutionRights,
    allows: ({ who, step }: Try) => solutionPolicy[step](actors[who], { startupId }),
  },
]

for (const { name, workflow, rights, allows } of kinds) {
  const tries = listTries(workflow as Workflow<VerificationStatus, VerificationStep, never>)
  const may = (one: Try) =>
    allows(one) && tryStep(workflow as typeof solutionWorkflow, one.step, one.status, everyFact).ok
  const label = (one: Try) => `${one.who} takes ${one.step} at ${one.status}`

  describe(`Verifying ${name}`, () => {
    test('takes the steps that belong to somebody at that moment', () => {
      const allowed = tries.filter((one) => isExpected(rights, one))
      assert.ok(allowed.length >= 11)
      for (const one of allowed) assert.equal(may(one), true, label(one))
    })

    test('refuses every other person, moment and step', () => {
      const refused = tries.filter((one) => !isExpected(rights, one))
      assert.equal(refused.length, 13 * 6 * 11 - tries.filter(may).length)
      for (const one of refused) assert.equal(may(one), false, label(one))
    })
  })
}

describe('What a verification step needs', () => {
  const needs: [VerificationStep, VerificationStatus, SolutionFact[]][] = [
    ['submit', 'draft', ['fileIsComplete']],
    ['resubmit', 'editsRequested', ['fileIsComplete']],
    ['requestEdits', 'submitted', ['reasonIsGiven', 'verifierIsIndependent']],
    ['reject', 'submitted', ['reasonIsGiven', 'verifierIsIndependent']],
    ['suspend', 'verified', ['reasonIsGiven', 'verifierIsIndependent']],
    ['verify', 'submitted', ['startupIsVerified', 'verifierIsIndependent']],
    ['reinstate', 'suspended', ['startupIsVerified', 'verifierIsIndependent']],
    ['revise', 'verified', ['changesAreNamed']],
    ['amend', 'suspended', ['changesAreNamed']],
  ]
  for (const [step, status, facts] of needs) {
    test(`${step} of a solution names every fact that is missing`, () => {
      const move = tryStep(solutionWorkflow, step, status, {})
      assert.deepEqual(move, { ok: false, because: 'fact', missing: facts })
    })
    for (const fact of facts) {
      test(`${step} is refused for want of ${fact} alone`, () => {
        const move = tryStep(solutionWorkflow, step, status, { ...everyFact, [fact]: false })
        assert.deepEqual(move, { ok: false, because: 'fact', missing: [fact] })
      })
    }
  }

  test('nobody verifies a company they belong to', () => {
    const facts: Partial<Record<VerificationFact, boolean>> = { verifierIsIndependent: false }
    const move = tryStep(startupWorkflow, 'verify', 'submitted', facts)
    assert.deepEqual(move, { ok: false, because: 'fact', missing: ['verifierIsIndependent'] })
  })
})

describe('Editing a file', () => {
  test('stops while the association reads it and once it is rejected', () => {
    const statuses = listStatuses(startupWorkflow)
    assert.deepEqual(
      statuses.filter((status) => !isEditable(status)),
      ['submitted', 'rejected'],
    )
  })

  test('is put on record as soon as somebody may have relied on it', () => {
    assert.equal(findEditStep('verified'), 'revise')
    assert.equal(findEditStep('suspended'), 'amend')
    assert.equal(findEditStep('draft'), null)
    assert.equal(findEditStep('editsRequested'), null)
  })
})

describe('Reading a file that is not public', () => {
  const readers = (Object.keys(actors) as Who[]).filter((who) =>
    startupPolicy.read(actors[who], { id: startupId }),
  )
  test('is for the company and the secretariat of the association', () => {
    assert.deepEqual(readers, ['manager', 'member', 'staff'])
    const solutionReaders = (Object.keys(actors) as Who[]).filter((who) =>
      solutionPolicy.read(actors[who], { startupId }),
    )
    assert.deepEqual(solutionReaders, readers)
  })
  test('editing is for the company alone', () => {
    const editors = (Object.keys(actors) as Who[]).filter(
      (who) =>
        startupPolicy.edit(actors[who], { id: startupId }) &&
        solutionPolicy.edit(actors[who], { startupId }),
    )
    assert.deepEqual(editors, ['manager', 'member'])
  })
})

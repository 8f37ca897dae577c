import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actors, organisationIds } from '#test/factories/actors.ts'
import { testLifecycle } from '#test/factories/lifecycle-matrix.ts'
import { projectLifecycle } from './project.lifecycle.ts'
import { mayListProjects, mayOpenProject, projectPolicy } from './project.policy.ts'
import type { Project } from './project.schema.ts'
import type { ProjectStatus } from './project.workflow.ts'

const projectAt = (status: ProjectStatus) =>
  ({
    communeId: organisationIds.glazoue,
    startupId: organisationIds.startupA,
    status,
    startedAt: status === 'preparing' ? null : new Date(0),
  }) as Project

const executives = ['seGlazoue', 'maireGlazoue'] as const

testLifecycle({
  title: 'La vie d’un projet de Glazoué et de la startup A',
  workflow: projectLifecycle.workflow,
  policy: projectLifecycle.policy,
  rowAt: projectAt,
  allowed: {
    start: { preparing: executives },
    suspend: { running: executives },
    resume: { suspended: executives },
    abandon: { preparing: executives, running: executives, suspended: executives },
    close: { running: executives },
  },
})

const both = ['maireGlazoue', 'seGlazoue', 'rsiGlazoue', 'agentGlazoue', 'responsableA', 'membreA']
const listAble = (act: keyof typeof projectPolicy, status: ProjectStatus) =>
  Object.entries(actors)
    .filter(([, actor]) => projectPolicy[act](actor, projectAt(status)))
    .map(([name]) => name)

test('les deux parties écrivent la charte et le plan, jusqu’au démarrage', () => {
  assert.deepEqual(listAble('edit', 'preparing').sort(), [...both].sort())
  for (const status of ['running', 'suspended', 'closed', 'abandoned'] as const)
    assert.deepEqual(listAble('edit', status), [], status)
})

test('le journal et les messages restent ouverts jusqu’à la fin', () => {
  for (const status of ['preparing', 'running', 'suspended'] as const)
    assert.deepEqual(listAble('write', status).sort(), [...both].sort(), status)
  for (const status of ['closed', 'abandoned'] as const)
    assert.deepEqual(listAble('write', status), [], status)
})

test('la direction et le responsable de la startup évaluent, pendant le projet seulement', () => {
  const evaluators = ['maireGlazoue', 'responsableA', 'seGlazoue']
  assert.deepEqual(listAble('evaluate', 'running').sort(), evaluators)
  for (const status of ['preparing', 'suspended', 'closed', 'abandoned'] as const)
    assert.deepEqual(listAble('evaluate', status), [], status)
})

test('le public ne voit un projet qu’une fois démarré ; son dossier reste aux parties', () => {
  assert.equal(projectPolicy.read(actors.visiteur, projectAt('preparing')), false)
  assert.equal(projectPolicy.read(actors.visiteur, projectAt('running')), true)
  for (const name of [
    'visiteur',
    'usager',
    'seBohicon',
    'responsableB',
    'commissaireAncb',
  ] as const)
    assert.equal(projectPolicy.follow(actors[name], projectAt('running')), false, name)
  assert.equal(projectPolicy.follow(actors.secretariatAncb, projectAt('preparing')), true)
})

test('sans startup dans Cauri, personne d’une startup n’écrit', () => {
  const project = { ...projectAt('preparing'), startupId: null }
  assert.equal(projectPolicy.edit(actors.responsableA, project), false)
  assert.equal(projectPolicy.edit(actors.usager, project), false)
  assert.equal(projectPolicy.edit(actors.rsiGlazoue, project), true)
})

test('une commune ouvre un projet ; chacun liste les siens', () => {
  assert.equal(mayOpenProject(actors.rsiGlazoue, null), true)
  for (const name of ['agentGlazoue', 'responsableA', 'secretariatAncb', 'visiteur'] as const)
    assert.equal(mayOpenProject(actors[name], null), false, name)
  for (const name of ['agentGlazoue', 'membreA', 'secretariatAncb'] as const)
    assert.equal(mayListProjects(actors[name], null), true, name)
  for (const name of ['visiteur', 'usager', 'commissaireAncb'] as const)
    assert.equal(mayListProjects(actors[name], null), false, name)
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { Actor } from '#platform/actor.ts'
import { addDaysTo } from '#platform/days.rules.ts'
import { actorNames, actors, organisationIds } from '#test/factories/actors.ts'
import { testLifecycle } from '#test/factories/lifecycle-matrix.ts'
import { countDaysLeft, countPausedDays } from './clock.rules.ts'
import { type Request, requestLifecycle } from './request.lifecycle.ts'
import { requestPolicy } from './request.policy.ts'
import { type RequestStatus, requestStatuses, requestWorkflow } from './request.workflow.ts'

const communeId = organisationIds.glazoue
const team = ['agentGlazoue', 'maireGlazoue', 'rsiGlazoue', 'seGlazoue'] as const
const deciders = ['maireGlazoue', 'seGlazoue'] as const

const asked = (status: RequestStatus) =>
  ({ communeId, requesterId: actors.usager.id, enteredBy: null, keyId: null, status }) as Request

testLifecycle({
  title: 'Une demande à Glazoué, d’un usager qui a un compte',
  workflow: requestWorkflow,
  policy: requestLifecycle.policy,
  rowAt: asked,
  allowed: {
    submit: { draft: ['usager'] },
    take: { received: team, inReview: team },
    release: { inReview: team },
    askCompletion: { inReview: team },
    complete: { incomplete: ['usager'] },
    propose: { inReview: team },
    sendBack: { proposed: deciders },
    accept: { proposed: deciders },
    refuse: { proposed: deciders },
    close: { accepted: team },
    withdraw: { received: ['usager'], inReview: ['usager'], incomplete: ['usager'] },
  },
})

describe('une demande écrite au guichet', () => {
  const written = (status: RequestStatus) =>
    ({ ...asked(status), requesterId: null, enteredBy: actors.agentGlazoue.id }) as Request
  const able = (step: keyof typeof requestPolicy, status: RequestStatus) =>
    actorNames.filter((name) => requestPolicy[step](actors[name], written(status))).sort()

  test('n’est qu’à l’agent qui l’écrit, tant qu’elle n’est pas reçue', () => {
    assert.deepEqual(able('answer', 'draft'), ['agentGlazoue'])
    assert.deepEqual(able('read', 'draft'), ['agentGlazoue'])
  })

  test('se complète ensuite par la mairie, au nom de qui demande', () => {
    assert.deepEqual(able('complete', 'incomplete'), [...team])
    assert.deepEqual(able('withdraw', 'received'), [...team])
  })
})

describe('une demande déposée par un système de la commune', () => {
  const key = (id: string, ...held: string[]): Actor => ({
    ...({ kind: 'key', id: null, name: 'Logiciel', role: 'key' } as const),
    organisation: { id: communeId, kind: 'commune', name: 'Glazoué' },
    key: { id, scopes: held, mediatorClient: null },
  })
  const systems = {
    lecteur: key('one', 'demandes.lire'),
    depositaire: key('one', 'demandes.deposer'),
    suivant: key('two', 'demandes.deposer'),
    travailleur: key('one', 'taches.traiter'),
    etranger: {
      ...key('one', 'demandes.lire', 'demandes.deposer', 'taches.traiter'),
      organisation: { id: organisationIds.bohicon, kind: 'commune', name: 'Bohicon' },
    } as Actor,
  }
  const filed = (status: RequestStatus) =>
    ({ ...asked(status), requesterId: null, keyId: 'one' }) as Request
  const able = (step: keyof typeof requestPolicy, row: Request) =>
    Object.entries(systems)
      .filter(([, actor]) => requestPolicy[step](actor, row))
      .map(([name]) => name)

  test('est à la clé qui l’écrit, puis aux systèmes qui ont le droit d’en déposer', () => {
    assert.deepEqual(able('submit', filed('draft')), ['depositaire'])
    assert.deepEqual(able('complete', filed('incomplete')), ['depositaire', 'suivant'])
    assert.deepEqual(able('complete', asked('incomplete')), [])
  })

  test('n’avance par un système que là où personne ne décide', () => {
    const open = ['take', 'askCompletion', 'close'] as const
    const peoples = [
      ...(['release', 'propose', 'sendBack', 'accept', 'refuse', 'withdraw', 'signAct'] as const),
      ...(['instruct', 'write', 'acceptBySilence', 'refuseBySilence'] as const),
    ]
    for (const status of requestStatuses) {
      for (const step of open)
        assert.deepEqual(able(step, asked(status)), status === 'draft' ? [] : ['travailleur'], step)
      for (const step of peoples) assert.deepEqual(able(step, filed(status)), [], step)
      assert.deepEqual(able('read', asked(status)), status === 'draft' ? [] : ['lecteur'])
    }
  })

  test('se reprend ensuite par la mairie', () => {
    const people = actorNames.filter((name) =>
      requestPolicy.complete(actors[name], filed('incomplete')),
    )
    assert.deepEqual(people.sort(), [...team])
  })
})

test('un brouillon ne se lit que par qui l’écrit ; le reste, par sa mairie aussi', () => {
  for (const status of requestStatuses) {
    const readers = actorNames.filter((name) => requestPolicy.read(actors[name], asked(status)))
    assert.deepEqual(readers.sort(), status === 'draft' ? ['usager'] : [...team, 'usager'].sort())
  }
})

describe('le délai d’une mairie', () => {
  const at = (text: string) => new Date(`${text}Z`)

  test('s’arrête pendant les compléments et reprend où il était', () => {
    assert.equal(countPausedDays(at('2026-11-01T10:00:00'), at('2026-11-01T11:00:00')), 1)
    assert.equal(countPausedDays(at('2026-11-01T10:00:00'), at('2026-11-04T10:00:00')), 3)
    assert.equal(countPausedDays(at('2026-11-04T10:00:00'), at('2026-11-01T10:00:00')), 0)
    assert.equal(addDaysTo('2026-12-30', 3), '2027-01-02')
  })

  test('ne compte rien d’arrêté ni d’inconnu', () => {
    const late = { dueOn: '2026-11-20', pausedAt: null }
    assert.equal(countDaysLeft(late, '2026-11-27'), -7)
    assert.equal(countDaysLeft({ ...late, pausedAt: new Date(0) }, '2026-11-27'), null)
    assert.equal(countDaysLeft({ dueOn: null, pausedAt: null }, '2026-11-27'), null)
  })

  test('ne raccourcit jamais d’un arrêt', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.nat(400), (days, left) => {
        const due = addDaysTo('2026-01-01', left)
        const extended = addDaysTo(due, days)
        const clock = (dueOn: string) => countDaysLeft({ dueOn, pausedAt: null }, '2026-01-01')
        assert.equal(clock(extended), left + days)
      }),
    )
  })
})

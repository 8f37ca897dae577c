/** An act from its model to the register: filled, signed once, replaced, withdrawn. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { demoId, organisationId } from '#demo/ids.ts'
import type { Actor, Role } from '#platform/actor.ts'
import { system } from '#platform/actor.ts'
import { readAs, writeAs } from '#platform/database.ts'
import { findLatestDocument, stateOf } from '#platform/documents.ts'
import { Conflict, Forbidden, NotFound } from '#platform/errors.ts'
import type { Context } from '#platform/web.ts'
import { startApp, type TestApp } from '#test/app.ts'
import { createActor } from '#test/factories/acting.ts'
import { checkDefinition } from '../procedures/check-definition.rules.ts'
import { stand } from '../procedures/procedure.fixture.ts'
import { getRequest } from '../requests/request.queries.ts'
import { revokeAct, signAct } from './act.actions.ts'
import { type Act, getAct, listRegister } from './act.queries.ts'
import { fillAct, gap } from './fill-act.rules.ts'

const facts = {
  ...{ reference: 'DEM-2026-0001', commune: 'Glazoué', procedure: 'Occuper une place' },
  ...{ receivedOn: new Date('2026-11-20T09:00:00Z'), today: '2026-11-27' },
}

describe('le texte d’un acte', () => {
  const fill = (text: string, answers = {}) =>
    fillAct(text, stand, answers, { facts, communes: [] })

  test('reprend les réponses et les mots connus', () => {
    assert.equal(
      fill('{commune} autorise {nom}, {qualite}, par {reference} du {receivedOn}.', {
        ...{ nom: 'Étoile', qualite: 'company' },
      }),
      'Glazoué autorise Étoile, Une entreprise, par DEM-2026-0001 du 20 novembre 2026.',
    )
  })

  test('laisse un blanc pour ce qui manque, et jamais autre chose', () => {
    assert.equal(fill('{nom} {etals} {inconnu} {constructor} {}'), `${gap} ${gap} ${gap} ${gap} {}`)
  })

  test('ne nomme que ce qui est demandé : le modèle est vérifié avant d’être publié', () => {
    const act = { title: 'Acte', body: '{nom} {reference} {absent}', capacity: 'Le maire' }
    assert.deepEqual(
      checkDefinition({ ...stand, act }).map(({ message }) => message),
      ['Le modèle d’acte nomme « absent », qui n’est pas une question'],
    )
  })
})

describe('un acte de Glazoué', () => {
  let app: TestApp
  const people = new Map<string, Actor>()
  const now = new Date('2026-11-27T09:00:00Z')
  const text = { title: 'Décision', body: 'Accordé.', holder: 'Afi Exemple', capacity: 'Le maire' }
  before(async () => {
    app = await startApp()
    const enter = (role: Role, slug = 'glazoue') =>
      writeAs(app.platform.db, system, (db) =>
        createActor(db, `${role} ${slug}`, {
          organisation: { id: organisationId(slug), name: slug, kind: 'commune' },
          role,
        }),
      )
    for (const role of ['agent', 'secretary', 'mayor'] as const) people.set(role, await enter(role))
    people.set('stranger', await enter('secretary', 'bohicon'))
  })
  after(() => app.close())

  const as = <T>(who: string, work: (context: Context) => Promise<T>) => {
    const actor = people.get(who) as Actor
    const { platform } = app
    return writeAs(platform.db, actor, (db) => work({ db, actor, now, platform } as Context))
  }
  const closed = demoId('request:glazoue:birth-copy:40')
  const sign = (who: string, replaces: Act | null = null, requestId = closed) =>
    as(who, async (context) =>
      signAct(context, await getRequest(context.db, requestId), text, replaces),
    )
  const stateOfPaper = async ({ id }: Act) => {
    const document = await readAs(app.platform.db, system, (db) =>
      findLatestDocument(db, 'act', id),
    )
    return document && stateOf(document)
  }

  test('se signe par qui décide, sur une demande acceptée, et une seule fois', async () => {
    await assert.rejects(sign('agent'), Forbidden)
    await assert.rejects(sign('stranger'), NotFound)
    await assert.rejects(sign('mayor', null, demoId('request:glazoue:birth-copy:1')), Forbidden)
    const outcomes = await Promise.allSettled([sign('mayor'), sign('secretary')])
    assert.deepEqual(outcomes.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
    await assert.rejects(sign('mayor'), Conflict)
  })

  test('se remplace : le premier ne vaut plus, le second vaut', async () => {
    const [first] = await as('agent', ({ db }) =>
      listRegister(db, organisationId('glazoue'), 'Afi', null, 1),
    )
    assert.ok(first)
    const second = await sign('secretary', first)
    assert.equal(second.replacesId, first.id)
    assert.deepEqual([await stateOfPaper(first), await stateOfPaper(second)], ['revoked', 'valid'])
    await assert.rejects(sign('mayor', first), Conflict)
  })

  test('se retire avec un motif, et reste au registre tel qu’il était', async () => {
    const acts = await as('agent', ({ db }) =>
      listRegister(db, organisationId('glazoue'), 'afi', null, 9),
    )
    const act = acts.find(({ revokedAt }) => revokedAt === null)
    assert.ok(act)
    const revoke = (who: string) =>
      as(who, async (context) =>
        revokeAct(context, await getRequest(context.db, closed), act, 'Une erreur de nom.'),
      )
    await assert.rejects(revoke('agent'), Forbidden)
    await revoke('mayor')
    await assert.rejects(revoke('mayor'), Conflict)
    const kept = await as('agent', ({ db }) => getAct(db, act.id))
    assert.deepEqual([kept.body, kept.revocationReason], ['Accordé.', 'Une erreur de nom.'])
    await assert.rejects(
      as('mayor', ({ db }) =>
        db.updateTable('services.act').set({ body: 'Autre.' }).where('id', '=', act.id).execute(),
      ),
      /ne se modifie pas/,
    )
  })
})

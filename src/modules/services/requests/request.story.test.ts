/** Requests as they meet cuts, colleagues, strangers and time. */

import assert from 'node:assert/strict'
import type { Readable } from 'node:stream'
import { after, before, describe, test } from 'node:test'
import { demoId, organisationId } from '#demo/ids.ts'
import { type Actor, type Role, system } from '#platform/actor.ts'
import { type Db, readAs, writeAs } from '#platform/database.ts'
import { addDays } from '#platform/days.rules.ts'
import { Conflict, Forbidden, NotFound } from '#platform/errors.ts'
import { passingStore } from '#platform/files/passing-store.ts'
import type { FileStore } from '#platform/files.ts'
import { type TestDatabase, useDatabase } from '#test/database.ts'
import { createActor } from '#test/factories/acting.ts'
import type { AnswerFile, Answers } from '../procedures/procedure.types.ts'
import { getPublished } from '../procedures/published.queries.ts'
import { actOnAll } from './batch.actions.ts'
import { measureDelays } from './delay.queries.ts'
import { eraseIdentities, purgeDrafts, purgeRequests } from './erase-requests.ts'
import { listInbox } from './inbox.queries.ts'
import { readInboxFilter } from './inbox-filter.rules.ts'
import {
  askCompletion,
  decideRequest,
  proposeDecision,
  takeRequest,
} from './instruct-request.actions.ts'
import type { Request } from './request.lifecycle.ts'
import { getFullRequest, getRequest } from './request.queries.ts'
import { settleSilence } from './settle-silence.ts'
import {
  abandonDraft,
  beginRequest,
  completeRequest,
  keepAnswers,
  submitRequest,
  withdrawRequest,
} from './submit-request.actions.ts'

const now = new Date('2026-11-27T09:00:00Z')
const later = (days: number) => addDays(now, days)
const glazoue = organisationId('glazoue')

const identity: AnswerFile = {
  name: 'carte.png',
  sha256: 'c'.repeat(64),
  sizeBytes: 1000,
  mediaType: 'image/png',
}

const whole: Answers = {
  ...{ askerName: 'Afi Exemple', askerPhone: '+2290197000077', askerIdentity: identity },
  ...{ recordName: 'Afi Exemple', birthDay: '1999-04-03', birthPlace: 'Glazoué' },
  ...{ knowsNumber: false, copies: 2, link: 'self' },
  signature: { name: 'Afi Exemple', stroke: null },
}

describe('des demandes à Glazoué', () => {
  let database: TestDatabase
  let afi: Actor
  const people = new Map<string, Actor>()
  before(async () => {
    database = await useDatabase({ demo: true })
    const enter = (role: Role, slug = 'glazoue') =>
      writeAs(database.db, system, (db) =>
        createActor(db, `${role} ${slug}`, {
          organisation: { id: organisationId(slug), name: slug, kind: 'commune' },
          role,
        }),
      )
    for (const role of ['agent', 'secretary', 'mayor'] as const) people.set(role, await enter(role))
    people.set('stranger', await enter('secretary', 'bohicon'))
    afi = await writeAs(database.db, system, (db) => createActor(db, 'Afi Exemple'))
  })
  after(() => database.close())

  type Acting = { db: Db; actor: Actor; now: Date }
  const as = <T>(who: string | Actor, work: (context: Acting) => Promise<T>, at = now) => {
    const actor = typeof who === 'string' ? (people.get(who) as Actor) : who
    return writeAs(database.db, actor, (db) => work({ db, actor, now: at }))
  }

  const begin = (who = afi) =>
    as(who, async (context) =>
      beginRequest(context, await getPublished(context.db, glazoue, 'birth-copy')),
    )

  async function answer(id: string, answers: Answers, who = afi): Promise<void> {
    await as(who, async (context) => {
      const { request, definition } = await getFullRequest(context.db, id)
      await keepAnswers(context, request, definition, answers)
    })
  }

  async function send(answers = whole): Promise<Request> {
    const id = await begin()
    await answer(id, answers)
    return as(afi, (context) => submitRequest(context, id))
  }

  test('commencée deux fois, il n’y en a qu’une ; incomplète, elle ne part pas', async () => {
    const id = await begin()
    assert.equal(await begin(), id)
    await answer(id, { askerName: 'Afi Exemple' })
    await assert.rejects(
      as(afi, (context) => submitRequest(context, id)),
      /Il reste des réponses/,
    )
  })

  test('au guichet, un agent l’écrit pour qui n’a pas de compte ; personne d’autre ne lit sa saisie', async () => {
    const start = (who: string | Actor) =>
      as(who, async (context) =>
        beginRequest(context, {
          ...(await getPublished(context.db, glazoue, 'birth-copy')),
          isAtCounter: true,
        }),
      )
    await assert.rejects(start('stranger'), Forbidden)
    await assert.rejects(start(afi), Forbidden)
    const [one, two] = [await start('agent'), await start('agent')]
    assert.notEqual(one, two)
    await assert.rejects(
      as('secretary', ({ db }) => getRequest(db, one)),
      NotFound,
    )
    await answer(one, whole, people.get('agent'))
    const sent = await as('agent', (context) => submitRequest(context, one))
    assert.deepEqual([sent.requesterId, sent.applicantName], [null, 'Afi Exemple'])
    const told = await readAs(database.db, system, (db) =>
      db
        .selectFrom('platform.message')
        .select(['channel', 'recipient', 'subject'])
        .where('dedupeKey', 'like', `request:${one}:%`)
        .where('personId', 'is', null)
        .execute(),
    )
    assert.deepEqual(told, [
      {
        ...{ channel: 'sms', recipient: '+2290197000077' },
        subject: `Demande reçue : ${sent.reference}`,
      },
    ])
  })

  test('deux écrans enregistrés à la fois comptent tous les deux', async () => {
    const id = await begin()
    const { request, definition } = await readAs(database.db, afi, (db) => getFullRequest(db, id))
    const keep = (answers: Answers) =>
      as(afi, (context) =>
        keepAnswers(context, request, definition, { ...request.answers, ...answers }),
      )
    await Promise.all([keep({ birthPlace: 'Kpakpaza' }), keep({ copies: 3 })])
    const { answers } = await readAs(database.db, afi, (db) => getRequest(db, id))
    assert.deepEqual([answers.birthPlace, answers.copies], ['Kpakpaza', 3])
  })

  test('envoyée deux fois, elle ne part qu’une', async () => {
    const request = await send()
    assert.match(request.reference ?? '', /^DEM-2026-\d{4}$/)
    assert.equal(request.applicantPhone, '+2290197000077')
    assert.deepEqual(request.due?.kind === 'due' && request.due.total, 1000)
    await assert.rejects(
      as(afi, (context) => submitRequest(context, request.id)),
      Conflict,
    )
    await assert.rejects(answer(request.id, { copies: 9 }), Conflict)
  })

  test('ne se lit ni d’ailleurs, ni en brouillon par la mairie', async () => {
    const id = await begin()
    for (const who of ['agent', 'stranger'])
      await assert.rejects(
        as(who, ({ db }) => getRequest(db, id)),
        NotFound,
      )
    const sent = await send()
    await assert.rejects(
      as('stranger', ({ db }) => getRequest(db, sent.id)),
      NotFound,
    )
    assert.equal((await as('agent', ({ db }) => getRequest(db, sent.id))).id, sent.id)
  })

  test('complétée, elle a les jours qu’elle a attendus', async () => {
    const { id } = await send()
    await writeAs(database.db, system, (db) =>
      db
        .updateTable('services.request')
        .set({ dueOn: '2026-12-07' })
        .where('id', '=', id)
        .execute(),
    )
    await as('agent', (context) => takeRequest(context, id))
    await as('agent', (context) => askCompletion(context, id, 'Le lieu de naissance, exactement.'))
    const whileAsked = await as(afi, ({ db }) => getRequest(db, id))
    assert.ok(whileAsked.pausedAt)
    await answer(id, { birthPlace: 'Zaffé' })
    const completed = await as(afi, (context) => completeRequest(context, id), later(4))
    assert.deepEqual(
      [completed.dueOn, completed.pausedDays, completed.pausedAt],
      ['2026-12-11', 4, null],
    )
  })

  test('deux personnes décident : ni la même, ni une autre décision que celle qui est proposée', async () => {
    const { id } = await send()
    await as('secretary', (context) => takeRequest(context, id))
    const refusal = { decision: 'refused', reasons: 'Acte introuvable.', remedy: '' } as const
    await assert.rejects(
      as('secretary', (context) => proposeDecision(context, id, refusal)),
      /ses motifs et le recours/,
    )
    const proposed = await as('secretary', (context) =>
      proposeDecision(context, id, { ...refusal, remedy: 'Le tribunal, sous deux mois.' }),
    )
    const decide = (who: string, decision: 'accepted' | 'refused', seen = proposed.updatedAt) =>
      as(who, (context) => decideRequest(context, id, decision, seen))
    await assert.rejects(decide('secretary', 'refused'), /Une autre personne/)
    await assert.rejects(decide('agent', 'refused'), Forbidden)
    await assert.rejects(decide('mayor', 'accepted'), /a changé/)
    await assert.rejects(decide('mayor', 'refused', later(1)), /a changé/)
    const decided = await decide('mayor', 'refused')
    assert.deepEqual([decided.status, decided.isTacit], ['refused', false])
  })

  test('en lot, ce qui n’est pas possible est laissé', async () => {
    const one = await send()
    const two = await send()
    await as(afi, (context) => withdrawRequest(context, two.id))
    const ids = [one.id, two.id, demoId('inconnue')]
    assert.equal(await as('agent', (context) => actOnAll(context, ids, 'take', '')), 1)
    assert.equal(await as('stranger', (context) => actOnAll(context, ids, 'take', '')), 0)
    assert.equal(await as('agent', (context) => actOnAll(context, ids, 'label', 'Urgent')), 2)
    assert.equal(await as('agent', (context) => actOnAll(context, ids, 'label', 'Urgent')), 0)
    const filter = readInboxFilter({ etat: 'all', etiquette: 'Urgent' }, null)
    const found = await as('agent', ({ db }) => listInbox(db, glazoue, filter, null, 10))
    assert.equal(found.length, 2)
  })

  test('se trouve par son numéro, un nom sans accent, un téléphone', async () => {
    const { reference } = await send({ ...whole, askerName: 'Sènan Échantillon' })
    const found = [reference ?? '', 'senan', 'ECHANT', 'échantillon sènan', '97 00 00 77', '0197']
    for (const words of [...found, 'lon', '100%', '%', 'x'.repeat(200)]) {
      const filter = readInboxFilter({ q: words, etat: 'received' }, null)
      const lines = await as('agent', ({ db }) => listInbox(db, glazoue, filter, null, 500))
      const isFound = lines.some((line) => line.reference === reference)
      assert.equal(isFound, found.includes(words) || words === '%', words)
    }
  })

  test('le silence ne décide que là où un texte le dit, et pas d’un délai arrêté', async () => {
    const [quiet, silent, paused] = [await send(), await send(), await send()]
    await writeAs(database.db, system, (db) =>
      db
        .updateTable('services.request')
        .set({ dueOn: '2026-11-20', silence: 'accepted' })
        .where('id', 'in', [silent.id, paused.id])
        .execute(),
    )
    await as('agent', (context) => takeRequest(context, paused.id))
    await as('agent', (context) =>
      askCompletion(context, paused.id, 'Une pièce manque encore ici.'),
    )
    await settleSilence({ db: database.db }, now)
    await settleSilence({ db: database.db }, now)
    const statusOf = async ({ id }: Request) => {
      const { status, isTacit } = await as('agent', ({ db }) => getRequest(db, id))
      return [status, isTacit]
    }
    assert.deepEqual(await statusOf(silent), ['accepted', true])
    assert.deepEqual(await statusOf(quiet), ['received', false])
    assert.deepEqual(await statusOf(paused), ['incomplete', false])
  })

  test('la pièce d’identité s’efface à la décision, sauf si une autre demande la tient', async () => {
    const removed: string[] = []
    const files: FileStore = {
      ...passingStore,
      store: (bytes: Readable, most) => passingStore.store(bytes, most),
      remove: async (sha256) => void removed.push(sha256),
    }
    const alone = { ...identity, sha256: 'd'.repeat(64) }
    const first = await send({ ...whole, askerIdentity: alone })
    const second = await send({ ...whole, askerIdentity: alone })
    const erase = () => eraseIdentities({ db: database.db, files }, now)
    await as(afi, (context) => withdrawRequest(context, first.id))
    await erase()
    assert.ok(!removed.includes(alone.sha256))
    await as(afi, (context) => withdrawRequest(context, second.id))
    await erase()
    assert.ok(removed.includes(alone.sha256))
    const traces = await as('agent', ({ db }) =>
      db
        .selectFrom('services.requestPurge')
        .select(['kind', 'files'])
        .where('requestId', 'in', [first.id, second.id])
        .execute(),
    )
    assert.deepEqual(traces, [
      { kind: 'identity', files: 1 },
      { kind: 'identity', files: 1 },
    ])
  })

  test('un brouillon abandonné fait effacer aussi ses fichiers', async () => {
    const removed: string[] = []
    const files: FileStore = { ...passingStore, remove: async (one) => void removed.push(one) }
    const alone = { ...identity, sha256: 'e'.repeat(64) }
    const id = await begin()
    await answer(id, { ...whole, askerIdentity: alone })
    await as(afi, (context) => abandonDraft(context, id))
    await eraseIdentities({ db: database.db, files }, now)
    assert.ok(removed.includes(alone.sha256))
  })

  test('gardée assez longtemps, il n’en reste que l’histoire', async () => {
    const request = await send()
    await as(afi, (context) => withdrawRequest(context, request.id))
    const platform = { db: database.db, files: passingStore }
    await purgeRequests(platform, later(600))
    assert.notDeepEqual((await as('agent', ({ db }) => getRequest(db, request.id))).answers, {})
    await purgeRequests(platform, later(800))
    const purged = await as('agent', ({ db }) => getRequest(db, request.id))
    assert.deepEqual(
      [purged.answers, purged.applicantName, purged.reference !== null, purged.status],
      [{}, null, true, 'withdrawn'],
    )
    assert.ok(purged.purgedAt)
  })

  test('un brouillon oublié disparaît', async () => {
    const id = await begin()
    const platform = { db: database.db, files: passingStore }
    await purgeDrafts(platform, later(30))
    assert.ok(await as(afi, ({ db }) => getRequest(db, id)))
    await purgeDrafts(platform, later(100))
    await assert.rejects(
      as(afi, ({ db }) => getRequest(db, id)),
      NotFound,
    )
  })

  test('les délais se mesurent sans les jours d’attente', async () => {
    const lines = await as('agent', ({ db }) => measureDelays(db, glazoue, later(-30)))
    const all = lines.find(({ serviceCode }) => serviceCode === null)
    assert.ok(all && all.received > 5)
    assert.ok((all.toTake.median ?? -1) >= 0)
  })
})

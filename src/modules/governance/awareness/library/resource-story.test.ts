import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { demoId } from '#demo/ids.ts'
import { projectId } from '#demo/project-sides.ts'
import { getProjectRecord } from '#modules/collaboration/index.ts'
import { type Actor, visitor } from '#platform/actor.ts'
import { readAs } from '#platform/database.ts'
import { Conflict, Forbidden, NotFound } from '#platform/errors.ts'
import { startApp, type TestApp } from '#test/app.ts'
import { Client } from '#test/client.ts'
import { actOn, createDemoActor } from '#test/factories/calls.ts'
import { draftCaseStudy } from './case-study.rules.ts'
import { agreeToResource, moveResource, openResource, saveResource } from './resource.actions.ts'
import { getResource, listPublished } from './resource.queries.ts'
import type { Resource, ResourceValues } from './resource.schema.ts'

const values: ResourceValues = {
  title: 'Encaisser les droits de place au téléphone',
  summary: 'Ce que change un ticket imprimé sur place, et ce qu’il demande.',
  body: 'Avant :\n- un carnet à souches\n\nAprès : un reçu.',
  ...{ solutionId: demoId('solution:axi-ticket'), domains: ['local-revenue'], services: [] },
  ...{ audiences: ['staff'], videoUrl: null, videoMinutes: null, videoMegabytes: null },
  ...{ file: null, version: 1 },
}
const everything = { words: '', kind: null, domain: null, audience: null }

describe('La bibliothèque de la sensibilisation', () => {
  let app: TestApp
  let staff: Actor
  let startup: Actor
  let stranger: Actor
  let commune: Actor
  let side: Actor

  before(async () => {
    app = await startApp()
    const { db } = app.platform
    staff = await createDemoActor(db, 'ancb', 'staff')
    startup = await createDemoActor(db, 'akwaba-numerique', 'manager')
    stranger = await createDemoActor(db, 'gbeto-tech', 'manager')
    commune = await createDemoActor(db, 'bohicon', 'secretary')
    side = await createDemoActor(db, 'glazoue', 'secretary')
  })
  after(() => app.close())

  const as = <T>(actor: Actor, act: Parameters<typeof actOn<T>>[2]) =>
    actOn(app.platform, actor, act)
  const move = (
    actor: Actor,
    resource: Resource,
    step: Parameters<typeof moveResource>[2],
    reason?: string,
  ) =>
    as(actor, async (context) => {
      const { version } = await getResource(context.db, resource.id)
      return moveResource(context, { ...resource, version }, step, reason)
    })
  const readAlone = (actor: Actor, { id }: Resource) =>
    readAs(app.platform.db, actor, (db) => getResource(db, id))

  describe('une fiche proposée par une startup', () => {
    let sheet: Resource

    test('n’est vue que d’elle et de l’association avant d’être publiée', async () => {
      sheet = await as(startup, (context) => openResource(context, 'sheet', values))
      assert.match(sheet.reference, /^RES-\d{4}-\d{4}$/)
      for (const other of [stranger, commune, visitor])
        await assert.rejects(readAlone(other, sheet), NotFound)
      assert.equal((await readAlone(staff, sheet)).title, values.title)
    })

    test('ne se publie pas elle-même', async () => {
      await move(startup, sheet, 'propose')
      await assert.rejects(move(startup, sheet, 'publish'), Forbidden)
    })

    test('revient avec un motif, repart, et paraît', async () => {
      await assert.rejects(move(staff, sheet, 'sendBack'), /Indiquez le motif/)
      await move(staff, sheet, 'sendBack', 'Dites ce que coûte le papier.')
      const better = { ...values, body: `${values.body}\n\nUn rouleau coûte 500 FCFA.` }
      assert.equal(await as(startup, (context) => saveResource(context, sheet, better)), true)
      assert.equal(await as(startup, (context) => saveResource(context, sheet, better)), false)
      await move(startup, sheet, 'propose')
      await move(staff, sheet, 'publish')
      const found = await listPublished(
        app.platform.db,
        { ...everything, words: 'droits place rouleau' },
        null,
        5,
      )
      assert.deepEqual(
        found.map(({ id }) => id),
        [sheet.id],
      )
    })

    test('publiée, son texte ne change plus', async () => {
      const { version } = await readAlone(staff, sheet)
      assert.equal(
        await as(staff, (context) => saveResource(context, sheet, { ...values, version })),
        false,
      )
    })

    test('une commune qui l’ouvre est comptée une fois, et personne n’est nommé', async () => {
      const client = new Client(app.origin)
      await client.signIn('se.bohicon@demo.example')
      for (let times = 0; times < 2; times++)
        assert.equal(
          (await client.get(`/sensibilisation/ressources/${sheet.reference}`)).status,
          200,
        )
      const startupClient = new Client(app.origin)
      await startupClient.signIn('startup.b@demo.example')
      await startupClient.get(`/sensibilisation/ressources/${sheet.reference}`)
      const events = await app.platform.db
        .selectFrom('platform.event')
        .select('payload')
        .where('kind', '=', 'resource.read')
        .where('subjectId', '=', sheet.id)
        .execute()
      const expected = { communeId: commune.organisation?.id, solutionId: values.solutionId }
      assert.deepEqual(events, [{ payload: expected }])
    })

    test('retirée, elle n’est plus lue de tous', async () => {
      await move(staff, sheet, 'withdraw', 'La solution a changé de prix depuis.')
      await assert.rejects(readAlone(visitor, sheet), NotFound)
    })
  })

  describe('l’étude de cas d’un projet terminé', () => {
    let study: Resource

    test('est rédigée d’après le projet, sans que personne la lise', async () => {
      study = await as(staff, async (context) => {
        const record = await getProjectRecord(context.db, projectId(1))
        const draft = { ...values, ...draftCaseStudy(record, 'Axi ticket') }
        const { id, communeId, startupId } = record.project
        return openResource(context, 'caseStudy', draft, { projectId: id, communeId, startupId })
      })
      await assert.rejects(readAlone(visitor, study), NotFound)
      assert.match(study.body, /Ce qui a été acheté/)
    })

    test('n’est publiée que si les deux parties acceptent le même texte', async () => {
      await move(staff, study, 'propose')
      const agree = (actor: Actor, version: number) =>
        as(actor, async (context) =>
          agreeToResource(context, await getResource(context.db, study.id), version),
        )
      await agree(side, 1)
      await assert.rejects(move(staff, study, 'publish'), /n’ont pas encore accepté/)
      await as(staff, (context) => saveResource(context, study, { ...values, body: 'Réécrite.' }))
      await assert.rejects(agree(startup, 1), Conflict)
      await agree(startup, 2)
      await assert.rejects(move(staff, study, 'publish'), /n’ont pas encore accepté/)
      await agree(side, 2)
      await as(staff, async (context) => {
        await saveResource(context, study, { ...values, body: 'Réécrite.', version: 2 })
      })
      await assert.rejects(
        as(staff, (context) => moveResource(context, { ...study, version: 2 }, 'publish')),
        /a changé/,
      )
      await agree(side, 3)
      await agree(startup, 3)
      await move(staff, study, 'publish')
      assert.equal((await readAlone(visitor, study)).body, 'Réécrite.')
    })

    test('se retire dès qu’une partie le demande', async () => {
      await assert.rejects(move(stranger, study, 'withdraw', 'Pas la nôtre.'))
      await move(side, study, 'withdraw', 'Le marché a fermé : cette histoire trompe.')
      await assert.rejects(readAlone(visitor, study), NotFound)
      assert.equal((await readAlone(startup, study)).status, 'withdrawn')
    })

    test('réécrite au moment où elle paraît, elle attend l’accord de tous', async () => {
      await move(staff, study, 'resume')
      await move(staff, study, 'propose')
      const { version } = await readAlone(staff, study)
      const rewriting = as(staff, async (context) => {
        await saveResource(context, study, { ...values, body: 'Plus belle.', version })
        await sleep(300)
      })
      await sleep(100)
      await assert.rejects(
        as(staff, (context) => moveResource(context, { ...study, version }, 'publish')),
        Conflict,
      )
      await rewriting
      await assert.rejects(readAlone(visitor, study), NotFound)
    })
  })
})

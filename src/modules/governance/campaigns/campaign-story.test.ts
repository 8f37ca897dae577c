/** A campaign: one person writes it, another approves it, the communes of its rule get it, once, and the adoption knows. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { demoId, organisationId, personId } from '#demo/ids.ts'
import { type Actor, system, visitor } from '#platform/actor.ts'
import { readAs, writeAs } from '#platform/database.ts'
import { Conflict, Forbidden, NotFound } from '#platform/errors.ts'
import { writeUnsubscribePath } from '#platform/messages/unsubscribe-link.ts'
import { startApp, type TestApp } from '#test/app.ts'
import { actOn, createDemoActor } from '#test/factories/calls.ts'
import { deliverEvents } from '#test/factories/events.ts'
import { listStandings } from '../adoption/adoption.queries.ts'
import { draftCampaign, moveCampaign, saveCampaign, tryCampaign } from './campaign.actions.ts'
import { getCampaign, getCampaignByReference } from './campaign.queries.ts'
import type { Campaign, CampaignValues } from './campaign.schema.ts'
import { publicAddress, writeVisitPath } from './campaign-address.ts'
import { loadResult } from './delivery.queries.ts'
import { sendCampaigns } from './send-campaigns.ts'

const solutionId = demoId('solution:courrier-clair')
const values: CampaignValues = {
  title: 'Un courrier qui ne se perd plus',
  body: 'Le courrier arrive, se classe et se retrouve.',
  sms: 'Un courrier qui ne se perd plus : voyez la solution.',
  ...{ channels: ['email', 'sms'], solutionIds: [solutionId], domains: [], page: null },
  ...{ roles: ['secretary', 'itOfficer'], categories: [], departments: [], needDomains: [] },
  ...{ axis: null, atLeast: null, atMost: null, stage: null, sendAt: null, version: 1 },
}

describe('Une campagne, de son brouillon à son résultat', () => {
  let app: TestApp
  let staff: Actor
  let commissioner: Actor
  let campaign: Campaign
  const now = () => new Date()

  before(async () => {
    app = await startApp()
    const { db } = app.platform
    staff = await createDemoActor(db, 'ancb', 'staff')
    commissioner = await createDemoActor(db, 'ancb', 'commissioner')
  })
  after(() => app.close())

  const as = <T>(actor: Actor, act: Parameters<typeof actOn<T>>[2]) =>
    actOn(app.platform, actor, act)
  const move = (actor: Actor, step: Parameters<typeof moveCampaign>[2], reason?: string) =>
    as(actor, async (context) =>
      moveCampaign(context, await getCampaign(context.db, campaign.id), step, reason),
    )
  const read = <T>(actor: Actor, work: Parameters<typeof readAs<T>>[2]) =>
    readAs(app.platform.db, actor, work)
  const listQueued = () =>
    read(system, (db) =>
      db
        .selectFrom('platform.message')
        .selectAll()
        .where('batchId', '=', campaign.id)
        .orderBy('personId')
        .execute(),
    )
  const letLeave = () =>
    writeAs(app.platform.db, system, (db) =>
      db
        .updateTable('platform.message')
        .set({ sentAt: now() })
        .where('batchId', '=', campaign.id)
        .execute(),
    )

  test('un membre de commission l’écrit ; hors de l’association, personne n’en voit rien', async () => {
    campaign = await as(commissioner, (context) => draftCampaign(context, values))
    assert.match(campaign.reference, /^CAM-\d{4}-\d{4}$/)
    const commune = await createDemoActor(app.platform.db, 'glazoue', 'secretary')
    for (const stranger of [commune, visitor])
      await assert.rejects(
        read(stranger, (db) => getCampaign(db, campaign.id)),
        NotFound,
      )
  })

  test('elle ne se propose pas si personne n’est joint, ni si le SMS est trop long', async () => {
    const save = async (changed: Partial<CampaignValues>) => {
      const { version } = await read(staff, (db) => getCampaign(db, campaign.id))
      await as(commissioner, (context) =>
        saveCampaign(context, campaign, { ...values, ...changed, version }),
      )
      campaign = await read(staff, (db) => getCampaign(db, campaign.id))
    }
    await save({ axis: 'overall', atLeast: 5 })
    await assert.rejects(move(commissioner, 'submit'), /Aucune personne/)
    await save({ sms: 'mot '.repeat(74) })
    await assert.rejects(move(commissioner, 'submit'), /trop long/)
    await save({})
    await move(commissioner, 'submit')
  })

  test('une autre personne l’approuve, du secrétariat', async () => {
    await assert.rejects(move(commissioner, 'approve'), Forbidden)
    await move(staff, 'return', 'Le titre promet plus que la solution ne fait.')
    campaign = await read(staff, (db) => getCampaign(db, campaign.id))
    await as(staff, (context) =>
      saveCampaign(context, campaign, { ...values, version: campaign.version }),
    )
    await move(commissioner, 'submit')
    await assert.rejects(move(staff, 'approve'), Forbidden, 'il a réécrit le brouillon')
    await move(staff, 'return', 'À relire par la commission avant de partir.')
    campaign = await read(staff, (db) => getCampaign(db, campaign.id))
    await as(commissioner, (context) =>
      saveCampaign(context, campaign, { ...values, version: campaign.version }),
    )
    await move(commissioner, 'submit')
  })

  test('réécrite depuis qu’il l’a lue, personne ne l’approuve', async () => {
    const { version } = await read(staff, (db) => getCampaign(db, campaign.id))
    await assert.rejects(
      as(staff, (context) =>
        moveCampaign(context, { ...campaign, version: version - 1 }, 'approve'),
      ),
      Conflict,
    )
  })

  test('elle s’essaie sur soi, et sur personne d’autre', async () => {
    await writeAs(app.platform.db, system, (db) =>
      db
        .updateTable('identity.person')
        .set({ email: 'essai@ancb.example' })
        .where('id', '=', staff.id ?? '')
        .execute(),
    )
    assert.equal(await as(staff, (context) => tryCampaign(context, campaign)), true)
    const tried = await read(system, (db) =>
      db
        .selectFrom('platform.message')
        .select('recipient')
        .where('dedupeKey', 'like', `campaign:${campaign.id}:try:%`)
        .execute(),
    )
    assert.deepEqual(tried, [{ recipient: 'essai@ancb.example' }])
  })

  test('celui qui n’en veut pas n’en a pas ; les autres l’ont une fois, même si l’envoi est repris', async () => {
    const refusal = { personId: personId('se.bohicon'), topic: 'campaigns', channel: 'email' }
    await writeAs(app.platform.db, system, (db) =>
      db
        .insertInto('identity.notificationPreference')
        .values({ ...refusal, isWanted: false })
        .execute(),
    )
    await move(staff, 'approve')
    await sendCampaigns(app.platform, now())
    const first = await listQueued()
    assert.ok(first.some(({ personId: id }) => id === personId('se.glazoue')))
    assert.ok(first.every(({ personId: id }) => id !== personId('se.bohicon')))
    await sendCampaigns(app.platform, now())
    assert.equal((await listQueued()).length, first.length)
    assert.equal(new Set(first.map(({ dedupeKey }) => dedupeKey)).size, first.length)
  })

  test('coupé au milieu, il reprend où il était', async () => {
    const before = await listQueued()
    await writeAs(app.platform.db, system, async (db) => {
      await db
        .updateTable('governance.campaignRecipient')
        .set({ outcome: 'waiting' })
        .where('campaignId', '=', campaign.id)
        .where('personId', '=', personId('se.glazoue'))
        .execute()
    })
    await sendCampaigns(app.platform, now())
    assert.equal((await listQueued()).length, before.length, 'la même clé est le même message')
  })

  test('les messages partis, la campagne est envoyée, et les communes informées', async () => {
    await letLeave()
    await sendCampaigns(app.platform, now())
    await deliverEvents(app.platform.db)
    campaign = await read(visitor, (db) => getCampaignByReference(db, campaign.reference))
    assert.equal(campaign.status, 'sent')
    const { counts } = await read(staff, (db) => loadResult(db, campaign.id))
    assert.equal(counts.get('refused'), 1)
    assert.ok((counts.get('sent') ?? 0) > 2)
    const standings = await read(staff, (db) => listStandings(db, solutionId))
    assert.ok(standings.some(({ communeId }) => communeId === organisationId('glazoue')))
    assert.ok(
      standings.every(
        ({ communeId, sourceKind }) =>
          communeId !== organisationId('bohicon') || sourceKind !== 'campaign',
      ),
    )
  })

  test('le lien du message compte la commune, une lecture en avance ne compte pas', async () => {
    const { secret } = app.platform
    const { reference } = campaign
    const code = await read(visitor, (db) =>
      db
        .selectFrom('directory.commune')
        .select('code')
        .where('id', '=', organisationId('glazoue'))
        .executeTakeFirstOrThrow(),
    )
    const path = writeVisitPath(secret, { reference, ...code })
    const visit = (headers: Record<string, string> = {}) =>
      fetch(app.origin + path, { redirect: 'manual', headers })
    const countOpened = async () =>
      (await read(staff, (db) => loadResult(db, campaign.id))).communes.filter(
        ({ openedAt }) => openedAt !== null,
      ).length
    await visit({ 'sec-purpose': 'prefetch' })
    assert.equal(await countOpened(), 0)
    const answer = await visit()
    assert.equal(
      new URL(answer.headers.get('location') ?? '', app.origin).pathname,
      publicAddress(campaign),
    )
    assert.equal(await countOpened(), 1)
    const forged = await fetch(`${app.origin}/c/${reference}/BJ0101-0000000000`, {
      redirect: 'manual',
    })
    assert.equal(forged.status, 404)
  })

  test('le lien de désabonnement marche sans se connecter, en une pression', async () => {
    const { secret } = app.platform
    const own = { personId: personId('rsi.glazoue'), topic: 'campaigns' }
    const path = writeUnsubscribePath(secret, own)
    const readChoices = () =>
      read(system, (db) =>
        db
          .selectFrom('identity.notificationPreference')
          .select(['channel', 'isWanted'])
          .where('personId', '=', own.personId)
          .where('topic', '=', 'campaigns')
          .orderBy('channel')
          .execute(),
      )
    assert.equal((await fetch(app.origin + path)).status, 200)
    assert.deepEqual(await readChoices(), [], 'lire la page ne change rien')
    const press = (address: string) =>
      fetch(`${app.origin}${address}/un-clic`, {
        method: 'POST',
        body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
      })
    assert.equal((await press(`${path}x`)).status, 404)
    assert.deepEqual(await readChoices(), [])
    assert.equal((await press(path)).status, 204)
    assert.deepEqual(await readChoices(), [
      { channel: 'email', isWanted: false },
      { channel: 'sms', isWanted: false },
    ])
    const formal = writeUnsubscribePath(secret, { ...own, topic: 'account' })
    assert.equal((await press(formal)).status, 404)
  })

  test('arrêtée avant de partir, elle ne part pas, et personne ne lit son texte', async () => {
    campaign = await as(commissioner, (context) => draftCampaign(context, values))
    await move(commissioner, 'submit')
    await move(staff, 'approve')
    await move(staff, 'stop', 'La démonstration annoncée est reportée.')
    await sendCampaigns(app.platform, now())
    assert.deepEqual(await listQueued(), [])
    await assert.rejects(
      read(visitor, (db) => getCampaignByReference(db, campaign.reference)),
      NotFound,
    )
  })

  test('arrêtée en route, ce qui n’est pas parti ne part plus', async () => {
    campaign = await as(commissioner, (context) => draftCampaign(context, values))
    await move(commissioner, 'submit')
    await move(staff, 'approve')
    await sendCampaigns(app.platform, now())
    const queued = await listQueued()
    const [first] = queued
    assert.ok(first && queued.length > 2)
    await writeAs(app.platform.db, system, (db) =>
      db
        .updateTable('platform.message')
        .set({ sentAt: now() })
        .where('id', '=', first.id)
        .execute(),
    )
    await move(staff, 'stop', 'Le prix annoncé est faux.')
    assert.deepEqual(
      (await listQueued()).map(({ id }) => id),
      [first.id],
    )
    await sendCampaigns(app.platform, now())
    const { counts } = await read(staff, (db) => loadResult(db, campaign.id))
    assert.equal(counts.get('sent'), 1)
    assert.equal(counts.get('queued'), undefined)
    const people = new Set(queued.map(({ personId: id }) => id))
    assert.equal(counts.get('stopped'), people.size - 1)
    assert.equal((await read(visitor, (db) => getCampaign(db, campaign.id))).status, 'stopped')
  })

  test('l’une ne peut pas commencer, l’autre part', async () => {
    campaign = await as(commissioner, (context) => draftCampaign(context, values))
    await move(commissioner, 'submit')
    await move(staff, 'approve')
    const blocked = campaign
    const already = { communeId: organisationId('glazoue'), personId: personId('se.glazoue') }
    await writeAs(app.platform.db, system, (db) =>
      db
        .insertInto('governance.campaignRecipient')
        .values({ ...already, campaignId: blocked.id, outcome: 'waiting' })
        .execute(),
    )
    campaign = await as(commissioner, (context) => draftCampaign(context, values))
    await move(commissioner, 'submit')
    await move(staff, 'approve')
    await sendCampaigns(app.platform, now())
    assert.equal((await read(staff, (db) => getCampaign(db, blocked.id))).status, 'scheduled')
    assert.equal((await read(staff, (db) => getCampaign(db, campaign.id))).status, 'sending')
    assert.ok((await listQueued()).length > 2)
  })
})

/** A telephone writes: it follows its own requests, writes to its town hall, checks a paper; nobody else's number does. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { demoId } from '#demo/ids.ts'
import { system } from '#platform/actor.ts'
import { readAs } from '#platform/database.ts'
import { startApp, type TestApp } from '#test/app.ts'
import { Client } from '#test/client.ts'

const phone = '+2290197001001'
const secret = 'secret-des-sms'

describe('un SMS envoyé à Cauri', () => {
  let app: TestApp
  let count = 0
  before(async () => {
    app = await startApp({ config: { phoneSecret: secret } })
  })
  after(() => app.close())

  async function send(text: string, { from = phone, id = `ATX${++count}`, as = secret } = {}) {
    const { status } = await fetch(`${app.origin}/sms/${as}`, {
      method: 'POST',
      body: new URLSearchParams({ from, to: '20880', text, date: '2026-11-28 09:00:00', id }),
    })
    return status
  }

  const listAnswers = (recipient = phone) =>
    readAs(app.platform.db, system, (db) =>
      db
        .selectFrom('platform.message')
        .selectAll()
        .where('recipient', '=', recipient)
        .where('dedupeKey', 'like', 'sms:%')
        .orderBy('createdAt')
        .orderBy('id')
        .execute(),
    )
  const lastAnswer = async (recipient?: string) => (await listAnswers(recipient)).at(-1)?.body ?? ''

  const own = demoId('request:glazoue:birth-copy:1')
  const getReference = () =>
    readAs(app.platform.db, system, async (db) => {
      const found = await db
        .selectFrom('services.request')
        .select('reference')
        .where('id', '=', own)
        .executeTakeFirstOrThrow()
      return found.reference ?? ''
    })
  const listThread = (requestId = own) =>
    readAs(app.platform.db, system, (db) =>
      db
        .selectFrom('services.requestMessage')
        .select(['body', 'authorId', 'side'])
        .where('requestId', '=', requestId)
        .orderBy('writtenAt')
        .execute(),
    )

  test('suit les demandes de son numéro, sans dire ce qui est demandé', async () => {
    const reference = await getReference()
    assert.equal(await send('SUIVI'), 200)
    assert.match(await lastAnswer(), new RegExp(`${reference} : En cours d’examen`))
    await send(reference.replaceAll('-', ' ').toLowerCase())
    assert.match(await lastAnswer(), /Réponse au plus tard le/)
    assert.doesNotMatch(await lastAnswer(), /naissance|Usager/)
  })

  test('d’un autre numéro, ne sait rien de la demande', async () => {
    const other = '+2290197555555'
    const reference = await getReference()
    await send(reference, { from: other })
    assert.match(await lastAnswer(other), /Aucune demande/)
    await send(`${reference} Annulez tout`, { from: other })
    assert.match(await lastAnswer(other), /Aucune demande/)
    assert.ok((await listThread()).every(({ body }) => body !== 'Annulez tout'))
  })

  test('écrit à la mairie, une fois même apporté deux fois, et l’agent le lit', async () => {
    const reference = await getReference()
    const before = (await listThread()).length
    await send(`${reference} Je passe demain matin.`, { id: 'ATX-deux-fois' })
    await send(`${reference} Je passe demain matin.`, { id: 'ATX-deux-fois' })
    const thread = await listThread()
    assert.equal(thread.length, before + 1)
    assert.deepEqual(thread.at(-1), {
      ...{ body: 'Je passe demain matin.', authorId: null, side: 'citizen' },
    })
    const agent = new Client(app.origin)
    await agent.signIn('agent.glazoue@demo.example')
    const { html } = await agent.get(`/espace/demandes/${own}`)
    assert.match(html, /Par SMS[\s\S]*Je passe demain matin\./)
    const answers = (await listAnswers()).filter(({ body }) => /a votre message/.test(body))
    assert.equal(answers.length, 1)
  })

  test('sans compte, reçoit par SMS ce que la mairie écrit', async () => {
    const counter = demoId('request:glazoue:birth-copy:2')
    const agent = new Client(app.origin)
    await agent.signIn('agent.glazoue@demo.example')
    const page = `/espace/demandes/${counter}`
    const { html } = await agent.submit(page, page, { body: 'Votre copie est prête.' })
    assert.match(html, /le demandeur le reçoit par SMS/)
    const sent = await readAs(app.platform.db, system, (db) =>
      db
        .selectFrom('platform.message')
        .innerJoin(
          'services.request',
          'services.request.applicantPhone',
          'platform.message.recipient',
        )
        .select(['platform.message.body', 'platform.message.channel'])
        .where('services.request.id', '=', counter)
        .orderBy('platform.message.createdAt', 'desc')
        .executeTakeFirst(),
    )
    assert.deepEqual(sent, { channel: 'sms', body: 'Votre copie est prête.' })
    await agent.submit(page, page, { body: 'À ne pas dire dehors.', isNote: 'on' })
    const leaked = await readAs(app.platform.db, system, (db) =>
      db.selectFrom('platform.message').select('id').where('body', 'like', '%dehors%').execute(),
    )
    assert.equal(leaked.length, 0)
  })

  test('vérifie un papier par son code, et demande de l’aide autrement', async () => {
    await send('PAPIER ACDEFHJKMN')
    assert.match(await lastAnswer(), /Aucun papier émis ici/)
    await send('Bonjour')
    assert.match(await lastAnswer(), /Envoyez SUIVI/)
  })

  test('sans le secret, sans numéro lisible ou trop souvent, ne reçoit rien', async () => {
    const before = (await listAnswers()).length
    assert.equal(await send('SUIVI', { as: 'autre' }), 404)
    assert.equal(await send('SUIVI', { from: 'anonyme' }), 200)
    assert.equal((await listAnswers()).length, before)
    const insistent = '+2290197666666'
    for (let tries = 0; tries < 25; tries += 1) await send('AIDE', { from: insistent })
    assert.equal((await listAnswers(insistent)).length, 20)
  })
})

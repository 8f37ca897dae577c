/** A town hall gives its software a key, through the pages; the software is let in, and no further. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { organisationId } from '#demo/ids.ts'
import { system } from '#platform/actor.ts'
import { verifyAudit } from '#platform/audit.ts'
import { readAs, writeAs } from '#platform/database.ts'
import { addDays } from '#platform/days.rules.ts'
import type { Context } from '#platform/web.ts'
import { startApp, type TestApp } from '#test/app.ts'
import { Client, readHidden } from '#test/client.ts'
import { demoActor } from '#test/factories/demo-actors.ts'
import { describeKeyRefusal } from '../index.ts'
import { listKeyTasks } from './api-key.tasks.ts'
import { readApiKey } from './read-api-key.ts'
import { quotas, type Scope } from './scope.lists.ts'

let app: TestApp
before(async () => {
  app = await startApp()
})
after(() => app.close())

const glazoue = organisationId('glazoue')
const listOf = (id: string) => `/espace/organisations/${id}/cles`

async function open(account: string): Promise<Client> {
  const client = new Client(app.origin)
  await client.signIn(`${account}@demo.example`)
  return client
}

const asked = { nom: '', droits: ['demandes.lire'], duree: '90', actuel: 'cauri-demo' }

async function makeKey(client: Client, nom: string, organisation = glazoue, fields = {}) {
  const form = `${listOf(organisation)}/nouvelle`
  const shown = await client.submit(form, form, { ...asked, nom, ...fields })
  return { shown, key: /cauri_[\w-]{43}/.exec(shown.html)?.[0] ?? '' }
}

function knock(key: string | null, scope: Scope = 'demandes.lire', moved: Partial<Context> = {}) {
  const context = {
    ...{ platform: app.platform, now: new Date(), fields: {}, query: {} },
    headers: key === null ? {} : { authorization: `Bearer ${key}` },
    ...moved,
  }
  return readApiKey(context as unknown as Context, { scope })
}

async function whyNot(...asking: Parameters<typeof knock>) {
  const reading = await knock(...asking)
  return reading.ok ? 'let in' : reading.because
}

describe('a key of a commune', () => {
  test('is shown once to whoever made it, and then found nowhere', async () => {
    const secretary = await open('se.glazoue')
    const { shown, key } = await makeKey(secretary, 'Logiciel d’état civil')
    assert.match(shown.html, /Copiez-la maintenant/)
    assert.ok(key)
    const list = await secretary.get(listOf(glazoue))
    assert.match(list.html, /Logiciel d’état civil/)
    assert.ok(!list.html.includes(key))
    secretary.forgetCookie('cauri-cle-de-systeme')
    assert.match(
      (await secretary.get(`${listOf(glazoue)}/montrer`)).html,
      /ne se montre qu’une fois/,
    )
    const kept = await readAs(app.platform.db, system, (db) =>
      db.selectFrom('identity.apiKey').selectAll().execute(),
    )
    assert.ok(!JSON.stringify(kept).includes(key.slice('cauri_'.length)))
  })

  test('acts as the organisation, never as a person, and reads what the organisation may', async () => {
    const { key } = await makeKey(await open('se.glazoue'), 'Lecture')
    const reading = await knock(key)
    assert.ok(reading.ok)
    assert.equal(reading.actor.id, null)
    assert.equal(reading.actor.organisation?.id, glazoue)
    const communes = await readAs(app.platform.db, reading.actor, (db) =>
      db.selectFrom('services.request').select('communeId').distinct().execute(),
    )
    assert.deepEqual(communes, [{ communeId: glazoue }])
  })

  test('is refused by name for each reason', async () => {
    const { key } = await makeKey(await open('se.glazoue'), 'Refusée')
    assert.equal(await whyNot(null), 'missing')
    assert.equal(await whyNot('cauri_court'), 'unknown')
    assert.equal(await whyNot(`${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`), 'unknown')
    assert.equal(await whyNot(key, 'demandes.deposer'), 'scope')
    const later = addDays(new Date(), 91)
    assert.equal(await whyNot(key, 'demandes.lire', { now: later }), 'expired')
    assert.equal(await whyNot(key), 'let in')
  })

  test('opens nothing once it is revoked, and its revocation is in the journal', async () => {
    const secretary = await open('se.glazoue')
    const { key } = await makeKey(secretary, 'À révoquer')
    const reading = await knock(key)
    assert.ok(reading.ok)
    const keyId = reading.actor.key?.id ?? ''
    await secretary.submit(listOf(glazoue), `${listOf(glazoue)}/revoquer`, { keyId })
    assert.equal(await whyNot(key), 'revoked')
    const lines = await app.platform.db
      .selectFrom('platform.auditLine')
      .select(['action', 'details'])
      .where('subjectId', '=', keyId)
      .orderBy('sequence')
      .execute()
    assert.deepEqual(
      lines.map(({ action }) => action),
      ['apiKey.create', 'apiKey.revoke'],
    )
    assert.deepEqual((await verifyAudit(app.platform.db)).faults, [])
  })

  test('waits when it asks too often, and is told for how long', async () => {
    const { key } = await makeKey(await open('se.glazoue'), 'Pressée')
    for (let i = 0; i < quotas.minute.points; i++) assert.equal(await whyNot(key), 'let in')
    const refusal = await knock(key)
    assert.ok(!refusal.ok)
    const { status, headers } = describeKeyRefusal(refusal)
    assert.equal(status, 429)
    assert.ok(Number(headers['retry-after']) > 0 && Number(headers['retry-after']) <= 60)
  })

  test('is sent by a parameter only at doors that name one', async () => {
    const { key } = await makeKey(await open('se.glazoue'), 'Ancien protocole')
    const context = {
      platform: app.platform,
      now: new Date(),
      headers: {},
      query: {},
      fields: { api_key: key },
    }
    const knockWith = (door: object) =>
      readApiKey(context as unknown as Context, { scope: 'demandes.lire', ...door })
    assert.ok((await knockWith({ parameter: 'api_key' })).ok)
    assert.equal((await knockWith({})).ok, false)
  })

  test('is a task of whoever answers for the organisation before it ends', async () => {
    const secretary = await open('se.glazoue')
    await makeKey(secretary, 'Bientôt finie', glazoue, { duree: '30' })
    const due = async (days: number) => {
      const now = addDays(new Date(), days)
      const actor = demoActor('se.glazoue')
      const tasks = await readAs(app.platform.db, actor, (db) => listKeyTasks(db, actor, now))
      return tasks.map(({ title }) => title)
    }
    assert.deepEqual(await due(5), [])
    assert.deepEqual(await due(20), ['Remplacer la clé « Bientôt finie »'])
    assert.deepEqual(await due(31), [])
  })

  test('says when it last served', async () => {
    const secretary = await open('se.glazoue')
    const { key } = await makeKey(secretary, 'Utilisée')
    const lastUse = () =>
      writeAs(app.platform.db, system, (db) =>
        db
          .selectFrom('identity.apiKey')
          .select('lastUsedAt')
          .where('name', '=', 'Utilisée')
          .executeTakeFirst(),
      )
    assert.equal((await lastUse())?.lastUsedAt, null)
    await knock(key)
    assert.ok((await lastUse())?.lastUsedAt)
  })
})

describe('making a key', () => {
  test('asks for the password, at least one right, and a name of its own', async () => {
    const secretary = await open('se.glazoue')
    assert.ok((await makeKey(secretary, 'Unique')).key)
    const twice = await makeKey(secretary, 'UNIQUE')
    assert.match(twice.shown.html, /Une clé porte déjà ce nom/)
    const guessed = await makeKey(secretary, 'Devinée', glazoue, { actuel: 'autre' })
    assert.match(guessed.shown.html, /pas votre mot de passe/)
    const without = await makeKey(secretary, 'Sans droit', glazoue, { droits: [] })
    assert.match(without.shown.html, /au moins un droit/)
  })

  test('is for whoever answers for the organisation', async () => {
    for (const account of ['rsi.glazoue', 'agent.glazoue', 'se.bohicon', 'ancb'])
      assert.equal(
        (await (await open(account)).get(`${listOf(glazoue)}/nouvelle`)).status,
        403,
        account,
      )
  })

  test('gives a startup only what startups may hold', async () => {
    const startup = demoActor('startup.a').organisation?.id ?? ''
    const manager = await open('startup.a')
    const { key } = await makeKey(manager, 'Application', startup, {
      droits: ['signalements.deposer'],
    })
    assert.equal(await whyNot(key, 'signalements.deposer'), 'let in')
    const more = await makeKey(manager, 'Trop', startup, { droits: ['demandes.lire'] })
    assert.match(more.shown.html, /parmi les droits proposés/)
    const decide = async (decision: string) => {
      const path = `/espace/verifications/startups/${startup}/${decision}`
      const staff = await open('ancb')
      const { html } = await staff.get(path)
      // The form has no address of its own: it posts to its page.
      const own = html.replace(/<form method="post" (?!action)/g, `$&action="${path}" `)
      await staff.post(path, { ...readHidden(own, path), reason: 'Le registre a expiré.' })
    }
    await decide('suspendre')
    assert.equal(await whyNot(key, 'signalements.deposer'), 'suspended')
    await decide('retablir')
    assert.equal(await whyNot(key, 'signalements.deposer'), 'let in')
  })

  test('is hidden from other organisations, and never grows', async () => {
    await makeKey(await open('se.glazoue'), 'Cachée')
    const bohicon = demoActor('se.bohicon')
    const seen = await readAs(app.platform.db, bohicon, (db) =>
      db.selectFrom('identity.apiKey').select('id').execute(),
    )
    assert.deepEqual(seen, [])
    const widen = writeAs(app.platform.db, demoActor('se.glazoue'), (db) =>
      db
        .updateTable('identity.apiKey')
        .set({ scopes: ['demandes.lire', 'taches.traiter'] })
        .execute(),
    )
    await assert.rejects(widen, /ne se modifie pas/)
  })
})

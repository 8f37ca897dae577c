/** People join an organisation and act for it, through the pages. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { system } from '#platform/actor.ts'
import { writeAs } from '#platform/database.ts'
import { startApp, type TestApp } from '#test/app.ts'
import { Client } from '#test/client.ts'
import { listMessages, readCode } from '#test/factories/messages.ts'
import { createAdministrator } from './people/administrator.ts'

const password = 'le marché ouvre à six heures'
const now = new Date()
let app: TestApp

before(async () => {
  app = await startApp({ demo: false })
})
after(() => app.close())

const open = () => new Client(app.origin)

async function createAccount(email: string): Promise<Client> {
  const client = open()
  const fields = { nom: 'Koffi Ahossi', identifiant: email, motDePasse: password }
  const asked = await client.submit('/inscription', '/inscription', fields)
  await client.submit(asked, '/inscription/code', { code: await readCode(app.platform.db, email) })
  return client
}

/** Somebody of the secretariat, from the operator's command to the first page. */
async function createStaff(email: string): Promise<Client> {
  const link = await writeAs(app.platform.db, system, (db) =>
    createAdministrator(db, { name: 'Nadia Sossa', email }, now),
  )
  const client = open()
  await client.submit(link, link, { motDePasse: password })
  return client
}

async function findCommune(name: string) {
  const row = await app.platform.db
    .selectFrom('identity.organisation')
    .select('id')
    .where('kind', '=', 'commune')
    .where('name', '=', name)
    .executeTakeFirstOrThrow()
  return row.id
}

const membersOf = (id: string) => `/espace/organisations/${id}/membres`

async function invite(client: Client, communeId: string, destinataire: string, role: string) {
  const form = `${membersOf(communeId)}/inviter`
  return client.submit(form, form, { destinataire, role })
}

async function readLink(recipient: string): Promise<string> {
  const [newest] = await listMessages(app.platform.db, recipient)
  return newest?.link ?? ''
}

describe('the operator’s link', () => {
  test('opens the secretariat’s account once, and urges to protect it', async () => {
    const email = 'first@ancb.example'
    const link = await writeAs(app.platform.db, system, (db) =>
      createAdministrator(db, { name: 'Nadia Sossa', email }, now),
    )
    const client = open()
    const arrived = await client.submit(link, link, { motDePasse: password })
    assert.equal(arrived.url, '/espace')
    assert.match(arrived.html, /Protégez ce compte/)
    assert.match(arrived.html, /Toutes les organisations/)
    assert.equal((await open().get(link)).status, 404)
    assert.equal((await open().signIn(email, password)).url, '/espace')
  })
})

describe('a commune', () => {
  test('gets its secretary from the association, who then invites the others', async () => {
    const staff = await createStaff('nadia@ancb.example')
    const communeId = await findCommune('Glazoué')
    const found = await staff.get('/espace/organisations/toutes?q=glazoue')
    assert.ok(found.html.includes(membersOf(communeId)))
    const sent = await invite(staff, communeId, 'se@glazoue.example', 'secretary')
    assert.match(sent.html, /se@glazoue\.example/)

    const link = await readLink('se@glazoue.example')
    const secretary = open()
    const shown = await secretary.get(link)
    assert.match(shown.html, /Rejoindre Glazoué/)
    const form = `${link}/compte`
    const fields = { nom: 'Afiavi Dossou', motDePasse: password }
    const arrived = await secretary.submit(form, form, fields)
    assert.equal(arrived.url, '/espace')
    assert.match(arrived.html, /Glazoué — Secrétaire exécutif/)

    await invite(secretary, communeId, '01 97 00 00 55', 'agent')
    assert.match(await readLink('+2290197000055'), /^\/invitations\//)
    const gone = await open().get(link)
    assert.match(gone.html, /n’est plus valable/)
  })

  test('is joined by somebody who has an account, from their home, and left at will for their own name', async () => {
    const staff = await createStaff('noel@ancb.example')
    const communeId = await findCommune('Bohicon')
    const agent = await createAccount('agent@bohicon.example')
    await invite(staff, communeId, 'agent@bohicon.example', 'agent')
    const home = await agent.get('/espace')
    assert.match(home.html, /Bohicon vous invite/)
    const accept = /action="(\/espace\/invitations\/[^"]+\/accepter)"/.exec(home.html)?.[1] ?? ''
    const before = agent.cookies.get('cauri-session')
    const joined = await agent.submit(home, accept, {})
    assert.match(joined.html, /Bohicon — Agent/)
    assert.notEqual(agent.cookies.get('cauri-session'), before)

    const chosen = await agent.submit('/espace/organisations', '/espace/organisations', {
      membershipId: '',
    })
    assert.match(chosen.html, /Vous agissez en votre nom/)
  })

  test('shows its members to all of them, and its invitations to those who lead it', async () => {
    const staff = await createStaff('noe@ancb.example')
    const communeId = await findCommune('Houéyogbé')
    const agent = await createAccount('agent@houeyogbe.example')
    await invite(staff, communeId, 'agent@houeyogbe.example', 'agent')
    const link = await readLink('agent@houeyogbe.example')
    await agent.submit(link, `${link}/accepter`, {})
    await invite(staff, communeId, 'secret@houeyogbe.example', 'itOfficer')
    const seen = await agent.get('/espace/organisation/membres')
    assert.match(seen.html, /Koffi Ahossi/)
    assert.doesNotMatch(seen.html, /secret@houeyogbe|Inviter|Retirer/)
    assert.equal((await agent.get(`${membersOf(communeId)}/inviter`)).status, 403)
    assert.equal((await agent.get(membersOf(await findCommune('Djougou')))).status, 403)
  })

  test('is not chosen by somebody who does not belong to it', async () => {
    const { id: foreign } = await app.platform.db
      .selectFrom('identity.membership')
      .select('id')
      .where('role', '=', 'staff')
      .executeTakeFirstOrThrow()
    const client = await createAccount('intruder@test.example')
    const home = await client.get('/espace')
    const csrf = /name="_csrf" value="([^"]+)"/.exec(home.html)?.[1] ?? ''
    const answer = await client.post('/espace/organisations', {
      _csrf: csrf,
      membershipId: foreign,
    })
    assert.equal(answer.status, 404)
    assert.doesNotMatch((await client.get('/espace')).html, /ANCB —/)
  })
})

test('choices of notifications are kept', async () => {
  const client = await createAccount('choices@test.example')
  const path = '/espace/notifications'
  const shown = await client.get(path)
  assert.match(shown.html, /name="needs"[^>]*value="email"[^>]*checked/)
  await client.submit(shown, path, { needs: [], contacts: ['email'] })
  const again = await client.get(path)
  assert.doesNotMatch(again.html, /name="needs"[^>]*value="email"[^>]*checked/)
  assert.match(again.html, /name="contacts"[^>]*value="email"[^>]*checked/)
})

test('the language is kept in the browser and with the person', async () => {
  const client = await createAccount('locale@test.example')
  assert.equal((await client.get('/langue/en?suite=/espace')).url, '/espace')
  const english = await client.get('/espace')
  assert.match(english.html, /<html lang="en"/)
  assert.equal((await client.get('/langue/xx')).status, 404)
})

/** Signing in through the national provider of identity: linked by an explicit act, never by an address alone. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { startApp, type TestApp } from '#test/app.ts'
import { Client } from '#test/client.ts'
import {
  type Citizen,
  clientId,
  clientSecret,
  type IdentityProvider,
  startIdentityProvider,
} from '#test/factories/identity-provider.ts'
import { readCode } from '#test/factories/messages.ts'

const password = 'le marché ouvre à six heures'
let provider: IdentityProvider
let app: TestApp

before(async () => {
  provider = await startIdentityProvider()
  const oidc = { issuer: provider.issuer, clientId, clientSecret, name: 'Identité d’essai' }
  app = await startApp({ demo: false, config: { oidc } })
})
after(async () => {
  await app.close()
  await provider.close()
})

const open = () => new Client(app.origin)

/** Leaves for the provider without following: the test plays the person there. */
async function leave(client: Client, suite = '/espace'): Promise<string> {
  const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const address = `${app.origin}/connexion/oidc?suite=${encodeURIComponent(suite)}`
  const answer = await fetch(address, { headers: { cookie }, redirect: 'manual' })
  for (const line of answer.headers.getSetCookie()) keep(client, line)
  return answer.headers.get('location') ?? ''
}

function keep(client: Client, line: string): void {
  const [pair = ''] = line.split(';')
  const at = pair.indexOf('=')
  const cookies = client.cookies as Map<string, string>
  cookies.set(pair.slice(0, at), pair.slice(at + 1))
}

async function comeBack(client: Client, citizen: Citizen, suite?: string) {
  return client.get(provider.agree(await leave(client, suite), citizen))
}

async function createAccount(email: string): Promise<Client> {
  const client = open()
  const fields = { nom: 'Sènami Gbaguidi', identifiant: email, motDePasse: password }
  const asked = await client.submit('/inscription', '/inscription', fields)
  await client.submit(asked, '/inscription/code', { code: await readCode(app.platform.db, email) })
  return client
}

const isSignedIn = async (client: Client) =>
  (await client.get('/espace')).html.includes('Mon espace</h1>')

describe('an identity seen for the first time', () => {
  test('opens a new account, with the address that the provider checked', async () => {
    const client = open()
    const citizen = { sub: 'n1', name: 'Koffi Ahossi', email: 'Koffi@test.example' }
    const arrived = await comeBack(client, { ...citizen, email_verified: true }, '/aide')
    assert.equal(arrived.url, '/connexion/oidc/associer')
    assert.equal(await isSignedIn(client), false)
    const form = '/connexion/oidc/compte'
    const created = await client.submit(form, form, { nom: 'Koffi Ahossi' })
    assert.equal(created.url, '/aide')
    assert.ok(await isSignedIn(client))
    const again = open()
    assert.equal((await comeBack(again, citizen)).url, '/espace')
    assert.ok(await isSignedIn(again))
  })

  test('with an address that an account has does not open that account', async () => {
    await createAccount('owner@test.example')
    const client = open()
    const citizen = { sub: 'n2', name: 'X', email: 'owner@test.example', email_verified: true }
    await comeBack(client, citizen)
    assert.equal(await isSignedIn(client), false)
    const form = '/connexion/oidc/compte'
    const refused = await client.submit(form, form, { nom: 'Quelqu’un' })
    assert.match(refused.html, /Un compte a déjà cette adresse/)
    assert.equal(await isSignedIn(client), false)
  })

  test('is linked to the account that signs in next, once its owner confirms', async () => {
    await createAccount('link@test.example')
    const client = open()
    const citizen = { sub: 'n3', name: 'Sènami Gbaguidi' }
    const asked = await comeBack(client, citizen)
    assert.match(asked.html, /href="\/inscription\?suite=\/espace\/compte\/identite"/)
    const form = '/espace/compte/identite'
    const shown = await client.submit(`/connexion?suite=${form}`, '/connexion', {
      identifiant: 'link@test.example',
      motDePasse: password,
    })
    assert.equal(shown.url, form)
    const early = open()
    assert.equal((await comeBack(early, citizen)).url, '/connexion/oidc/associer')
    await client.submit(shown, form, {})
    const next = open()
    assert.equal((await comeBack(next, citizen)).url, '/espace')
    assert.ok(await isSignedIn(next))
  })

  test('stops opening the account once the link is undone', async () => {
    const client = await createAccount('undo@test.example')
    const citizen = { sub: 'n4' }
    const form = '/espace/compte/identite'
    const shown = await comeBack(client, citizen, form)
    assert.equal(shown.url, form)
    const linked = await client.submit(shown, form, {})
    await client.submit(linked, `${form}/delier`, {})
    assert.equal((await comeBack(open(), citizen)).url, '/connexion/oidc/associer')
  })
})

describe('an answer of the provider', () => {
  test('that this browser did not ask for signs nobody in', async () => {
    const [asking, victim] = [open(), open()]
    const back = provider.agree(await leave(asking), { sub: 'n1' })
    await leave(victim)
    const answer = await victim.get(back)
    assert.match(answer.html, /n’a pas abouti/)
    assert.equal(await isSignedIn(victim), false)
  })

  test('serves once', async () => {
    const client = open()
    const back = provider.agree(await leave(client), { sub: 'n1' })
    const thief = open()
    for (const [name, value] of client.cookies) keep(thief, `${name}=${value}`)
    await client.get(back)
    assert.ok(await isSignedIn(client))
    await thief.get(back)
    assert.equal(await isSignedIn(thief), false)
  })

  test('that says no leads back to the other ways of signing in', async () => {
    const client = open()
    const request = new URL(await leave(client))
    const state = request.searchParams.get('state') ?? ''
    const answer = await client.get(`/connexion/oidc/retour?error=access_denied&state=${state}`)
    assert.equal(answer.url, '/connexion')
    assert.match(answer.html, /n’a pas abouti/)
  })

  test('with the nonce of another request is refused', async () => {
    provider.lieAboutNonce('another')
    const client = open()
    await comeBack(client, { sub: 'n1' })
    assert.equal(await isSignedIn(client), false)
  })
})

/** An account's life, through the pages: created, used, lost, found again, protected, left. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { Secret, TOTP } from 'otpauth'
import { startApp, type TestApp } from '#test/app.ts'
import { Client } from '#test/client.ts'
import { listMessages, readCode } from '#test/factories/messages.ts'

const password = 'le marché ouvre à six heures'
const phone = '+2290197000001'
let app: TestApp

before(async () => {
  app = await startApp({ demo: false })
})
after(() => app.close())

const open = () => new Client(app.origin)

async function register(client: Client, identifiant: string, nom: string, suite = '') {
  const page = suite ? `/inscription?suite=${encodeURIComponent(suite)}` : '/inscription'
  return client.submit(page, '/inscription', { nom, identifiant, motDePasse: password })
}

async function createAccount(email: string, nom = 'Koffi Ahossi'): Promise<Client> {
  const client = open()
  const asked = await register(client, email, nom)
  const code = await readCode(app.platform.db, email)
  await client.submit(asked, '/inscription/code', { code })
  return client
}

const isSignedIn = async (client: Client) =>
  (await client.get('/espace')).html.includes('Mon espace</h1>')

describe('creating an account', () => {
  test('by phone: a code proves the number, then one is signed in, where one was going', async () => {
    const client = open()
    const asked = await register(client, '01 97 00 00 01', 'Sènami Gbaguidi', '/aide')
    assert.equal(asked.url, '/inscription/code')
    const wrong = await client.submit(asked, '/inscription/code', { code: '000000' })
    assert.equal(wrong.status, 422)
    assert.match(wrong.html, /Code incorrect/)
    const code = await readCode(app.platform.db, phone)
    const welcomed = await client.submit(wrong, '/inscription/code', { code })
    assert.equal(welcomed.url, '/aide')
    assert.match(welcomed.html, /Votre compte est créé/)
    assert.ok(await isSignedIn(client))
  })

  test('where one exists: the page says the same, and only the holder is told', async () => {
    const email = 'holder@test.example'
    await createAccount(email)
    const [known, unknown] = [open(), open()]
    const first = await register(known, email, 'Quelqu’un')
    const second = await register(unknown, 'nobody1@test.example', 'Quelqu’un')
    const plain = (html: string) =>
      html
        .replaceAll('nobody1@test.example', email)
        .replaceAll(/value="[^"]*"/g, '')
        .replaceAll(/href="\/langue[^"]*"/g, '')
    assert.equal(first.status, second.status)
    assert.equal(plain(first.html), plain(second.html))
    const [newest] = await listMessages(app.platform.db, email)
    assert.equal(newest?.subject, 'Vous avez déjà un compte Cauri')
    assert.equal(newest?.link, '/connexion')
  })

  test('asks for a password that is not tried first, and keeps what was typed', async () => {
    const client = open()
    const answer = await client.submit('/inscription', '/inscription', {
      nom: 'Koffi Ahossi',
      identifiant: 'koffi2@test.example',
      motDePasse: 'motdepasse1',
    })
    assert.equal(answer.status, 422)
    assert.match(answer.html, /trop facile à deviner/)
    assert.match(answer.html, /value="koffi2@test.example"/)
    assert.doesNotMatch(answer.html, /motdepasse1/)
  })
})

describe('signing in', () => {
  test('leads to the page that was asked for, on this site only', async () => {
    await createAccount('next@test.example')
    const client = open()
    const asked = await client.get('/espace/compte')
    assert.match(asked.url, /^\/connexion\?suite=%2Fespace%2Fcompte/)
    const arrived = await client.submit(asked, '/connexion', {
      identifiant: 'next@test.example',
      motDePasse: password,
    })
    assert.equal(arrived.url, '/espace/compte')
    const stray = await open().submit('/connexion?suite=//autre.example', '/connexion', {
      identifiant: 'next@test.example',
      motDePasse: password,
    })
    assert.equal(stray.url, '/espace')
  })

  test('says the same of a wrong password and of an unknown account', async () => {
    await createAccount('same@test.example')
    const [wrong, unknown] = await Promise.all([
      open().signIn('same@test.example', 'faux'),
      open().signIn('gone@test.example', 'faux'),
    ])
    const message = /Identifiant ou mot de passe incorrect[^<]*/
    assert.equal(wrong.status, 422)
    assert.equal(message.exec(wrong.html)?.[0], message.exec(unknown.html)?.[0])
  })

  test('with a code needs no password', async () => {
    const email = 'code@test.example'
    await createAccount(email)
    const client = open()
    const asked = await client.submit('/connexion/code?suite=/aide', '/connexion/code', {
      identifiant: email,
    })
    const code = await readCode(app.platform.db, email)
    const arrived = await client.submit(asked, '/connexion/code/verification', { code })
    assert.equal(arrived.url, '/aide')
    assert.ok(await isSignedIn(client))
  })

  test('with a code says the same for an account that does not exist', async () => {
    const asked = await open().submit('/connexion/code', '/connexion/code', {
      identifiant: 'gone@test.example',
    })
    assert.match(asked.html, /Si un compte existe pour gone@test.example/)
    assert.deepEqual(await listMessages(app.platform.db, 'gone@test.example'), [])
  })

  test('ends with « Se déconnecter », on the server too', async () => {
    const client = await createAccount('leave@test.example')
    const cookie = client.cookies.get('cauri-session')
    const left = await client.submit('/espace', '/deconnexion', {})
    assert.match(left.html, /Vous êtes déconnecté/)
    assert.equal(client.cookies.get('cauri-session'), undefined)
    const replayed = await fetch(`${app.origin}/espace`, {
      headers: { cookie: `cauri-session=${cookie}` },
      redirect: 'manual',
    })
    assert.equal(replayed.status, 303)
  })
})

describe('a password', () => {
  test('that was forgotten is replaced with a code, and closes every other session', async () => {
    const email = 'forgot@test.example'
    const office = await createAccount(email)
    const phoneClient = open()
    const asked = await phoneClient.submit('/mot-de-passe-oublie', '/mot-de-passe-oublie', {
      identifiant: email,
    })
    const code = await readCode(app.platform.db, email)
    const path = '/mot-de-passe-oublie/verification'
    const common = await phoneClient.submit(asked, path, { code, motDePasse: 'azertyuiop' })
    assert.equal(common.status, 422)
    const motDePasse = 'trois pirogues vertes'
    const arrived = await phoneClient.submit(common, path, { code, motDePasse })
    assert.match(arrived.html, /Votre mot de passe est changé/)
    assert.equal(await isSignedIn(office), false)
    assert.equal((await open().signIn(email, password)).status, 422)
    assert.equal((await open().signIn(email, motDePasse)).url, '/espace')
    const [told] = await listMessages(app.platform.db, email)
    assert.match(told?.subject ?? '', /mot de passe a été changé/)
  })

  test('is changed by whoever knows it, not by whoever finds the session open', async () => {
    const client = await createAccount('change@test.example')
    const path = '/espace/compte/mot-de-passe'
    const nouveau = 'trois pirogues vertes'
    const refused = await client.submit(path, path, { actuel: 'faux', nouveau })
    assert.match(refused.html, /Ce n’est pas votre mot de passe actuel/)
    const before = client.cookies.get('cauri-session')
    const changed = await client.submit(refused, path, { actuel: password, nouveau })
    assert.match(changed.html, /Votre mot de passe est changé/)
    assert.notEqual(client.cookies.get('cauri-session'), before)
  })
})

describe('an address', () => {
  test('is added after the password and a code, and the old one is told', async () => {
    const [email, added] = ['contact@test.example', '+2290197000077']
    const client = await createAccount(email)
    const path = '/espace/compte/contact'
    const fields = { identifiant: '01 97 00 00 77', actuel: password }
    const asked = await client.submit(path, path, fields)
    assert.equal(asked.url, `${path}/code`)
    const code = await readCode(app.platform.db, added)
    const done = await client.submit(asked, `${path}/code`, { code })
    assert.match(done.html, /01\s97\s00\s00\s77/)
    const [told] = await listMessages(app.platform.db, email)
    assert.match(told?.subject ?? '', /ajoutée ou changée/)
    assert.equal((await open().signIn('97000077', password)).url, '/espace')
  })

  test('that another account has is not given away', async () => {
    await createAccount('taken@test.example')
    const client = await createAccount('taker@test.example')
    const path = '/espace/compte/contact'
    const fields = { identifiant: 'taken@test.example', actuel: password }
    const asked = await client.submit(path, path, fields)
    assert.equal(asked.url, `${path}/code`)
    const [told] = await listMessages(app.platform.db, 'taken@test.example')
    assert.equal(told?.subject, 'Vous avez déjà un compte Cauri')
  })
})

describe('double authentication', () => {
  test('is turned on, asked for at each sign-in whatever the first proof, and turned off', async () => {
    const email = 'double@test.example'
    const client = await createAccount(email)
    const path = '/espace/compte/double-authentification'
    const setUp = await client.get(path)
    assert.match(setUp.html, /data:image\/svg\+xml;base64,/)
    const secret = /<code>([A-Z2-7 ]+)<\/code>/.exec(setUp.html)?.[1]?.replaceAll(' ', '') ?? ''
    const totp = new TOTP({ secret: Secret.fromBase32(secret) })
    const again = await client.submit(setUp, path, { code: '000000' })
    assert.ok(again.html.includes(secret.slice(0, 4)), 'the same key is shown again')
    const shown = await client.submit(again, path, { code: totp.generate() })
    const codes = [...shown.html.matchAll(/<code>([a-z0-9-]{14})<\/code>/g)].map(([, code]) => code)
    assert.equal(codes.length, 8)

    const next = open()
    const asked = await next.signIn(email, password)
    assert.equal(asked.url, '/connexion/second-facteur')
    assert.equal(await isSignedIn(next), false)
    const arrived = await next.submit(asked, '/connexion/second-facteur', { code: codes[0] ?? '' })
    assert.equal(arrived.url, '/espace')

    const byCode = open()
    const sent = await byCode.submit('/connexion/code', '/connexion/code', { identifiant: email })
    const code = await readCode(app.platform.db, email)
    const held = await byCode.submit(sent, '/connexion/code/verification', { code })
    assert.equal(held.url, '/connexion/second-facteur')

    const off = `${path}/desactiver`
    const done = await next.submit(off, off, { code: codes[1] ?? '' })
    assert.match(done.html, /est désactivée/)
    assert.equal((await open().signIn(email, password)).url, '/espace')
  })
})

/** The secretariat looks after an account: finds it, closes it with a reason, opens it again. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { personId } from '#demo/ids.ts'
import { startApp, type TestApp } from '#test/app.ts'
import { Client } from '#test/client.ts'

const citizen = `/espace/comptes/${personId('usager')}`
const reason = 'Deux personnes se servaient du même compte.'

describe('un compte, tenu par le secrétariat', () => {
  let app: TestApp
  let staff: Client
  before(async () => {
    app = await startApp()
    staff = new Client(app.origin)
    await staff.signIn('ancb@demo.example')
  })
  after(() => app.close())

  const mayEnter = async (client: Client) =>
    (await client.get('/espace')).html.includes('Mon espace</h1>')
  const signIn = async () => {
    const client = new Client(app.origin)
    await client.signIn('usager@demo.example').catch(() => {})
    return client
  }
  const take = (step: string) =>
    staff.submit(`${citizen}/${step}`, `${citizen}/${step}`, { reason })

  test('se trouve par un bout du nom, ou par l’adresse entière, non par un bout d’adresse', async () => {
    const find = async (q: string) =>
      (await staff.get(`/espace/comptes?q=${encodeURIComponent(q)}`)).html
    assert.match(await find('senami'), /Sènami Fictif[\s\S]*Glazoué/)
    assert.match(await find('USAGER@demo.example'), /Usager Démo/)
    assert.match(await find('usager@demo'), /Aucun compte ne correspond/)
    assert.match(await find('100%'), /Aucun compte ne correspond/)
  })

  test('ses sessions se ferment ; la personne entre de nouveau', async () => {
    const open = await signIn()
    assert.ok(await mayEnter(open))
    await take('fermer')
    assert.equal(await mayEnter(open), false)
    assert.ok(await mayEnter(await signIn()))
  })

  test('suspendu, personne n’y entre, et la raison est dite et gardée', async () => {
    const open = await signIn()
    const answer = await take('suspendre')
    assert.match(answer.html, /Ce compte est suspendu/)
    assert.match(answer.html, /Deux personnes se servaient/)
    assert.equal(await mayEnter(open), false)
    assert.equal(await mayEnter(await signIn()), false)
    const { rows } = await app.database.pool.query(
      "select body from platform.message where subject = 'Votre compte est suspendu'",
    )
    assert.match(rows[0].body, /Deux personnes se servaient/)
  })

  test('ne se suspend pas deux fois ; rétabli, il s’ouvre', async () => {
    assert.equal((await staff.get(`${citizen}/suspendre`)).status, 403)
    await take('retablir')
    assert.ok(await mayEnter(await signIn()))
    const { html } = await staff.get(citizen)
    assert.match(html, /Sessions fermées[\s\S]*Compte suspendu[\s\S]*Compte rétabli/)
  })

  test('nul ne suspend le sien', async () => {
    const own = `/espace/comptes/${personId('ancb')}`
    assert.equal((await staff.get(own)).status, 200)
    assert.equal((await staff.get(`${own}/suspendre`)).status, 403)
  })
})

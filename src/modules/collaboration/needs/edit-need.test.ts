/** Two people of one commune write the same step of a need: nobody's answer is written over unseen. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { demoId } from '#demo/ids.ts'
import { system } from '#platform/actor.ts'
import { readAs } from '#platform/database.ts'
import { startApp, type TestApp } from '#test/app.ts'
import { type Answer, Client, readHidden } from '#test/client.ts'
import { getNeed } from './need.queries.ts'

const needId = demoId('need:glazoue:Savoir ce que la commune possède')
const path = `/espace/besoins/${needId}/etapes/problem`

describe('a step of a need', () => {
  let app: TestApp
  let rsi: Client
  let agent: Client
  before(async () => {
    app = await startApp()
    rsi = await enter('rsi.glazoue')
    agent = await enter('agent.glazoue')
  })
  after(() => app.close())

  async function enter(account: string): Promise<Client> {
    const client = new Client(app.origin)
    await client.signIn(`${account}@demo.example`)
    return client
  }

  const getStored = () => readAs(app.platform.db, system, (db) => getNeed(db, needId))
  const versionOf = ({ html }: Answer) => Number(readHidden(html, path).version)
  const sendTitle = (client: Client, page: Answer, title: string) =>
    client.submit(page, path, { title, problem: `Écrit avec « ${title.slice(0, 20)} »` })
  const isShownBoth = ({ status, html }: Answer) =>
    status === 422 && html.includes('La version enregistrée entre-temps')

  test('changed meanwhile is refused, with both versions; sent again, it is saved', async () => {
    const opened = await rsi.get(path)
    await sendTitle(agent, await agent.get(path), 'Le titre de l’agent')
    const refused = await sendTitle(rsi, opened, 'Le titre du responsable')
    assert.ok(isShownBoth(refused))
    assert.match(refused.html, /value="Le titre du responsable"/)
    assert.match(refused.html, /Le titre de l’agent/)
    assert.equal((await getStored()).title, 'Le titre de l’agent')
    assert.equal(versionOf(refused), (await getStored()).version)
    await sendTitle(rsi, refused, 'Le titre du responsable')
    assert.equal((await getStored()).title, 'Le titre du responsable')
  })

  test('changed again between the refusal and the second try is refused again', async () => {
    const opened = await rsi.get(path)
    await sendTitle(agent, await agent.get(path), 'Une deuxième version')
    const refused = await sendTitle(rsi, opened, 'La mienne')
    await sendTitle(agent, await agent.get(path), 'Une troisième version')
    assert.ok(isShownBoth(await sendTitle(rsi, refused, 'La mienne')))
    assert.equal((await getStored()).title, 'Une troisième version')
  })

  test('corrected after a fault still sees what changed meanwhile', async () => {
    const opened = await rsi.get(path)
    await sendTitle(agent, await agent.get(path), 'Écrit pendant ce temps')
    const faulty = await sendTitle(rsi, opened, 'x'.repeat(121))
    assert.equal(faulty.status, 422)
    assert.equal(versionOf(faulty), versionOf(opened))
    const refused = await sendTitle(rsi, faulty, 'Enfin assez court')
    assert.ok(isShownBoth(refused))
    assert.equal((await getStored()).title, 'Écrit pendant ce temps')
  })

  describe('saved while it is typed', () => {
    async function autosave(fields: Record<string, string>) {
      const hidden = readHidden((await rsi.get(path)).html, path)
      const { status, html } = await rsi.post(`${path}/brouillon`, { ...hidden, ...fields })
      return { status, ...JSON.parse(html) }
    }

    test('keeps every valid answer, and says which it could not', async () => {
      const { title } = await getStored()
      const problem = 'Un problème que personne ne doit perdre.'
      const saved = await autosave({ title: 'x'.repeat(121), problem })
      const stored = await getStored()
      assert.deepEqual([stored.title, stored.problem], [title, problem])
      const errors = { title: 'Limitez ce texte à 120 caractères' }
      assert.deepEqual(saved, { status: 200, version: stored.version, errors })
    })

    test('does not write over what somebody else saved', async () => {
      const { version, title } = await getStored()
      const saved = await autosave({ title: 'Le mien', version: String(version - 1) })
      assert.equal(saved.status, 422)
      assert.match(saved.errors.form, /Quelqu’un a modifié ce besoin/)
      assert.equal((await getStored()).title, title)
    })
  })
})

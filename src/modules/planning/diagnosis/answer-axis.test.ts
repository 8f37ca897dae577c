import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { demoId } from '#demo/ids.ts'
import { system } from '#platform/actor.ts'
import { readAs } from '#platform/database.ts'
import { startApp, type TestApp } from '#test/app.ts'
import { Client, readHidden } from '#test/client.ts'

const diagnosisId = demoId('diagnosis:glazoue:12')
const path = `/espace/diagnostic/${diagnosisId}/axes/finances`

describe('Deux collègues sur le même axe', () => {
  let app: TestApp
  let rsi: Client
  let agent: Client

  before(async () => {
    app = await startApp()
    rsi = new Client(app.origin)
    agent = new Client(app.origin)
    await rsi.signIn('rsi.glazoue@demo.example')
    await agent.signIn('agent.glazoue@demo.example')
  })
  after(() => app.close())

  const getStored = (code: string) =>
    readAs(app.platform.db, system, (db) =>
      db
        .selectFrom('planning.diagnosisAnswer')
        .select(['value', 'comment', 'version'])
        .where('diagnosisId', '=', diagnosisId)
        .where('questionCode', '=', code)
        .executeTakeFirst(),
    )

  test('chacun n’écrit que ce qu’il a changé', async () => {
    const [seenByRsi, seenByAgent] = [await rsi.get(path), await agent.get(path)]
    await agent.submit(seenByAgent, path, { 'a-fin-lines': '3' })
    const sent = await rsi.submit(seenByRsi, path, { 'a-fin-running': '1' })
    assert.equal(sent.status, 200)
    assert.equal((await getStored('fin-lines'))?.value, 3)
    assert.equal((await getStored('fin-running'))?.value, 1)
  })

  test('à la même question, le second voit les deux réponses avant de choisir', async () => {
    const [seenByRsi, seenByAgent] = [await rsi.get(path), await agent.get(path)]
    await agent.submit(seenByAgent, path, { 'a-fin-years': '4' })
    const refused = await rsi.submit(seenByRsi, path, { 'a-fin-years': '2' })
    assert.equal(refused.status, 422)
    assert.match(refused.html, /Afi Spécimen a répondu : Un tableau suivi à chaque budget/)
    assert.match(refused.html, /name="a-fin-years"[^>]*value="2" checked/)
    assert.equal((await getStored('fin-years'))?.value, 4)
    await rsi.submit(refused, path, { 'a-fin-years': '2' })
    assert.equal((await getStored('fin-years'))?.value, 2)
  })

  test('l’enregistrement automatique garde ce qui est juste et dit le reste', async () => {
    const axis = path.replace('finances', 'participation')
    const hidden = readHidden((await rsi.get(axis)).html, axis)
    const autosave = async (fields: Record<string, string>) => {
      const { status, html } = await rsi.post(`${axis}/brouillon`, { ...hidden, ...fields })
      return { status, ...JSON.parse(html) }
    }
    const saved = await autosave({ 'a-par-report': '2', 'a-par-open': '9' })
    assert.equal(saved.status, 200)
    assert.deepEqual(saved.fields, { 's-par-report': '2|' })
    assert.deepEqual(saved.errors, { 'a-par-open': 'Choisissez une réponse de la liste' })
    // What the page now knows lets it change its mind.
    const again = await autosave({ ...saved.fields, 'a-par-report': '5' })
    assert.deepEqual(again.errors, {})
    assert.equal((await getStored('par-report'))?.value, 5)
  })

  test('une réponse envoyée deux fois ne change pas de version, et un champ absent n’efface rien', async () => {
    const seen = await rsi.get(path)
    const before = await getStored('fin-lines')
    await rsi.submit(seen, path, { 'a-fin-lines': '3' })
    assert.equal(before?.value, 3)
    assert.deepEqual(await getStored('fin-lines'), before)
    assert.equal((await getStored('fin-years'))?.value, 2)
  })
})

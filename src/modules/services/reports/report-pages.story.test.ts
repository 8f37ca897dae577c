/** Reports over HTTP, as a telephone sends them: kept once, cleaned, counted; and nothing of what must not be public ever is. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { reportCode } from '#demo/load-reports.ts'
import { system } from '#platform/actor.ts'
import { readAs } from '#platform/database.ts'
import { showCode } from '#platform/documents.ts'
import { readWhole } from '#platform/files/file-records.ts'
import { makeJpeg, makePng, segment, writeExif } from '#platform/files/photo/photo.fixture.ts'
import { startApp, type TestApp } from '#test/app.ts'
import { type Answer, Client, readHidden } from '#test/client.ts'

const path = '/communes/glazoue/signaler'
const marks = {
  phone: '01 97 11 22 33',
  typedPhone: '97 44 55 66',
  email: 'marque.secrete@exemple.test',
  typedEmail: 'autre.marque@exemple.test',
  landmark: 'Derrière la maison Marquesecrète',
  latitude: '7.987654',
  longitude: '2.234567',
}
const told = {
  category: 'water',
  description: `La borne est cassée. Appelez ${marks.typedPhone} ou ${marks.typedEmail}.`,
  ...{ arrondissement: 'Glazoué', quartier: 'Quartier Nouveau', landmark: marks.landmark },
  'position.latitude': marks.latitude,
  'position.longitude': marks.longitude,
  ...{ phone: marks.phone, email: marks.email, isOther: 'on' },
}

type Fields = Readonly<Record<string, string>>

describe('des signalements par le site', () => {
  let app: TestApp
  before(async () => {
    app = await startApp({ config: { trustsProxy: true } })
  })
  after(() => app.close())

  /** As a browser sends a form with a file. */
  async function send(client: Client, fields: Fields, photo?: Buffer, page?: Answer) {
    const shown = page ?? (await client.get(path))
    const body = new FormData()
    for (const [name, value] of Object.entries({ ...readHidden(shown.html, path), ...fields }))
      body.append(name, value)
    if (photo) body.append('photo', new Blob([new Uint8Array(photo)]), 'photo.jpg')
    const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(app.origin + path, {
      ...{ method: 'POST', body, redirect: 'manual' },
      headers: { cookie, 'x-forwarded-for': '10.1.1.1' },
    })
    const code = /suivi\/([\w-]+)/.exec(answer.headers.get('location') ?? '')?.[1] ?? null
    return { status: answer.status, code, html: await answer.text() }
  }
  const find = (code: string | null) =>
    readAs(app.platform.db, system, (db) =>
      db
        .selectFrom('services.report')
        .selectAll()
        .where('code', '=', (code ?? '').replace('-', ''))
        .executeTakeFirstOrThrow(),
    )
  const count = () =>
    readAs(app.platform.db, system, (db) =>
      db
        .selectFrom('services.report')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow(),
    ).then((row) => Number(row.count))

  test('envoyé deux fois, il n’est gardé qu’une fois', async () => {
    const client = new Client(app.origin)
    const page = await client.get(path)
    const before = await count()
    const fields = {
      ...told,
      quartier: 'Quartier Double',
      'position.latitude': '',
      'position.longitude': '',
    }
    const [one, other] = [
      await send(client, fields, undefined, page),
      await send(client, fields, undefined, page),
    ]
    assert.ok(one.code)
    assert.equal(one.code, other.code)
    assert.equal(await count(), before + 1)
  })

  test('ce qui manque est dit, et ce qui était écrit revient', async () => {
    const client = new Client(app.origin)
    const answer = await send(client, { description: 'Court', 'position.latitude': '48,8' })
    assert.equal(answer.status, 422)
    for (const words of ['Choisissez le problème', 'n’est pas au Bénin', 'Écrivez 10 caractères'])
      assert.ok(answer.html.includes(words), words)
    assert.ok(answer.html.includes('Court'))
    const nowhere = await send(client, {
      category: 'water',
      description: 'Plus rien ne coule ici.',
    })
    assert.ok(nowhere.html.includes('Dites où'))
  })

  test('un autre, tout près, est montré avant ; l’envoyer quand même se dit', async () => {
    const client = new Client(app.origin)
    const here = { ...told, isOther: '', 'position.latitude': '7,95', 'position.longitude': '2,25' }
    assert.ok((await send(client, here)).code)
    const again = await send(new Client(app.origin), here)
    assert.equal(again.status, 422)
    assert.match(again.html, /Est-ce l’un de ceux-ci/)
    assert.match(again.html, /SIG-\d{4}-\d{4}/)
    assert.ok(!again.html.includes('Appelez 97') || again.html.includes('textarea'))
    assert.ok((await send(new Client(app.origin), { ...here, isOther: 'on' })).code)
  })

  test('la photo est gardée sans ce que l’appareil y a écrit', async () => {
    const photo = makeJpeg({ before: [writeExif(3, 'GPS secret'), segment(0xfe, '<script>')] })
    const { code } = await send(new Client(app.origin), { ...told, category: 'market' }, photo)
    const { id } = await find(code)
    const kept = await readAs(app.platform.db, system, (db) =>
      db
        .selectFrom('services.reportPhoto')
        .selectAll()
        .where('reportId', '=', id)
        .executeTakeFirst(),
    )
    const bytes = await readWhole(app.platform.files, kept?.storedSha256 ?? '')
    assert.ok(!bytes.includes('GPS') && !bytes.includes('script'))
    assert.equal(kept?.mediaType, 'image/jpeg')
  })

  test('un fichier hostile est refusé, le reste de la saisie revient', async () => {
    const hostile = {
      page: Buffer.from('<html><script>alert(1)</script></html>'),
      drawing: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
      archive: Buffer.from('PK\u0003\u0004aaaaaaaaaaaaaaaaaaaaaaaaaaaa'),
      bomb: makePng({ width: 50_000, height: 50_000 }),
      cut: makeJpeg({}).subarray(0, 40),
      empty: Buffer.alloc(0),
    }
    for (const [name, bytes] of Object.entries(hostile)) {
      const answer = await send(new Client(app.origin), { ...told, category: 'tree' }, bytes)
      assert.equal(answer.status, 422, name)
      assert.ok(answer.html.includes('La borne est cassée'), name)
    }
  })

  test('« moi aussi » compte une fois par téléphone et par personne, et pas une foule d’une adresse', async () => {
    const { code } = await send(new Client(app.origin), { ...told, category: 'road' })
    const { reference, id } = await find(code)
    const page = `/signalements/${reference}`
    const support = (client: Client) => client.submit(page, `${page}/soutenir`, {})
    const phone = new Client(app.origin)
    await support(phone)
    assert.match((await support(phone)).html, /Vous l’aviez déjà dit/)
    const citizen = new Client(app.origin)
    await citizen.signIn('usager@demo.example')
    await support(citizen)
    citizen.forgetCookie('cauri-appareil')
    await support(citizen)
    const supports = async () => (await find(code)).supports
    assert.equal(await supports(), 2)
    for (let tries = 0; tries < 6; tries += 1) await support(new Client(app.origin))
    assert.ok((await supports()) <= 5)
    const rows = await readAs(app.platform.db, system, (db) =>
      db.selectFrom('services.reportSupport').selectAll().where('reportId', '=', id).execute(),
    )
    assert.ok(rows.every(({ supporter }) => !/[0-9a-f]{8}-/.test(supporter)))
  })

  test('le code suit, un code faux ne dit rien, et on ne les essaie pas un à un', async () => {
    const client = new Client(app.origin)
    const code = showCode(reportCode('glazoue', 2))
    const followed = await client.get(`/signalements/suivi/${code}`)
    assert.match(followed.html, /Ce qui s’est passé/)
    const paper = await client.get(`/signalements/suivi/${code}/recepisse.pdf`)
    assert.equal(paper.headers.get('content-type'), 'application/pdf')
    const typed = await client.submit('/suivi', '/suivi', {
      code: code.toLowerCase().replace('-', ' '),
    })
    assert.match(typed.html, /Code de suivi/)
    for (let tries = 0; tries < 60; tries += 1)
      assert.equal((await client.get('/signalements/suivi/AAAAA-AAAAA')).status, 404)
    assert.equal((await client.get(`/signalements/suivi/${code}`)).status, 429)
  })

  test('rien de ce qui est marqué ne paraît dans aucune page publique, relu ou non', async () => {
    const photo = makeJpeg({ before: [writeExif(3, 'GPS secret')] })
    const { code } = await send(new Client(app.origin), { ...told, isOther: 'on' }, photo)
    const { id, reference } = await find(code)
    const agent = new Client(app.origin)
    await agent.signIn('agent.glazoue@demo.example')
    const treat = `/espace/signalements/${id}`
    assert.match((await agent.get(treat)).html, /marque\.secrete@exemple\.test/)
    await agent.submit(treat, treat, { body: `Nous l’appelons au ${marks.phone}.` })
    await agent.submit(treat, treat, { body: 'Note Marquesecrète', isNote: 'on' })
    for (const visibility of ['waiting', 'shown', 'hidden']) {
      const publish = `${treat}/publier`
      await agent.submit(publish, publish, { visibility, showsPhoto: '', reason: 'Relu.' })
      const outputs = await readPublicOutputs(reference)
      for (const output of outputs) assertNothingMarked(output)
      const isShown = outputs.filter((output) => output.includes('La borne est cassée. Appelez ['))
      assert.equal(isShown.length, visibility === 'shown' ? 6 : 0)
      assert.equal(outputs.at(-1)?.includes('Nous l’appelons au ['), visibility !== 'hidden')
    }
  })

  test('la photo n’est publique qu’une fois publiée, et cesse de l’être', async () => {
    const { code } = await send(
      new Client(app.origin),
      { ...told, category: 'danger' },
      makeJpeg({}),
    )
    const { id, reference } = await find(code)
    const agent = new Client(app.origin)
    await agent.signIn('agent.glazoue@demo.example')
    const publish = `/espace/signalements/${id}/publier`
    const status = async () =>
      (await new Client(app.origin).get(`/signalements/${reference}/photo`)).status
    assert.equal(await status(), 404)
    await agent.submit(publish, publish, { visibility: 'shown', showsPhoto: 'on', reason: '' })
    assert.equal(await status(), 200)
    await agent.submit(publish, publish, { visibility: 'hidden', reason: 'Un visage.' })
    assert.equal(await status(), 404)
    const stranger = new Client(app.origin)
    await stranger.signIn('se.bohicon@demo.example')
    assert.equal((await stranger.get(`/espace/signalements/${id}/photo`)).status, 404)
  })

  test('une mairie sans catégorie le dit, et ne reçoit rien', async () => {
    const client = new Client(app.origin)
    const other = '/communes/bohicon/signaler'
    assert.match((await client.get(other)).html, /ne reçoit pas encore/)
    const agent = new Client(app.origin)
    await agent.signIn('se.bohicon@demo.example')
    const choose = '/espace/signalements/categories'
    await agent.submit(choose, choose, { recues: ['water'], 'service.water': 'Eau' })
    assert.match((await client.get(other)).html, /Quel est le problème/)
  })

  test('quarante envois d’une adresse en une heure, pas plus', async () => {
    const client = new Client(app.origin)
    const page = await client.get(path)
    let last = 0
    for (let tries = 0; tries < 45; tries += 1)
      last = (await send(client, { description: '' }, undefined, page)).status
    assert.equal(last, 429)
  })

  async function readPublicOutputs(reference: string): Promise<string[]> {
    const outputs: string[] = []
    for (const address of [
      ...['/signalements', '/signalements/chiffres', '/signalements/chiffres.csv'],
      ...['/signalements/donnees.csv', '/signalements/donnees.geojson', '/communes/glazoue'],
      ...['/open311/v2/requests.json', '/open311/v2/requests.xml'],
      ...[`/open311/v2/requests/${reference}.json`, '/communes/glazoue/signalements'],
      `/signalements/${reference}`,
    ])
      outputs.push((await new Client(app.origin).get(address)).html)
    return outputs
  }
})

function assertNothingMarked(output: string): void {
  const digits = output.replace(/\D/g, '')
  for (const phone of [marks.phone, marks.typedPhone])
    assert.ok(!output.includes(phone) && !digits.includes(phone.replace(/\D/g, '')), phone)
  for (const mark of [marks.email, marks.typedEmail, 'Marquesecrète', '7.98765', '2.23456', 'GPS'])
    assert.ok(!output.includes(mark), mark)
}

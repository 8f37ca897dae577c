/** GeoReport v2 as the clients of the standard call it, in both its forms. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { organisationId } from '#demo/ids.ts'
import { system } from '#platform/actor.ts'
import { readAs } from '#platform/database.ts'
import { makeJpeg, writeExif } from '#platform/files/photo/photo.fixture.ts'
import { startApp, type TestApp } from '#test/app.ts'
import { Client } from '#test/client.ts'
import { readRequestQuery } from './read-query.rules.ts'
import { type Node, writeXml } from './write-xml.rules.ts'

const root = '/open311/v2'

/** An element as its name, its text and its children; refuses what is not well formed. */
interface Element {
  readonly name: string
  text: string
  readonly children: Element[]
}

function parseXml(xml: string): Element {
  const stack: Element[] = [{ name: '', text: '', children: [] }]
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name }) => {
    const element = { name, text: '', children: [] }
    stack.at(-1)?.children.push(element)
    stack.push(element)
  })
  parser.on('text', (text) => {
    const top = stack.at(-1)
    if (top) top.text += text
  })
  parser.on('closetag', () => {
    stack.pop()
  })
  parser.write(xml).close()
  return stack[0]?.children[0] as Element
}

const childOf = (element: Element | undefined, name: string) =>
  element?.children.find((one) => one.name === name)

describe('le XML de la norme', () => {
  test('dit ce que dit le JSON, quoi qu’on y ait écrit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const xml = writeXml('service_requests', [{ description: text }])
        assert.ok(xml.startsWith('<?xml version="1.0" encoding="utf-8"?>'))
        const found = parseXml(xml)
        assert.equal(found.name, 'service_requests')
        assert.equal(found.children[0]?.name, 'request')
        const kept = text.replace(
          /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu,
          '',
        )
        const read = childOf(found.children[0], 'description')?.text ?? ''
        assert.equal(read.replace(/\r\n?/g, '\n'), kept.replace(/\r\n?/g, '\n'))
      }),
    )
  })

  test('échappe ce qui serait une balise', () => {
    assert.match(writeXml('a', { b: '<i>"&\'' } as Node), /<b>&lt;i&gt;&quot;&amp;&apos;<\/b>/)
    assert.match(writeXml('a', { b: null, c: 0, d: false } as Node), /<b\/><c>0<\/c><d>false<\/d>/)
  })
})

describe('ce qui est demandé', () => {
  const now = new Date('2026-11-28T08:00:00Z')
  const period = (query: Record<string, string>) => {
    const { from, until } = readRequestQuery(query, now)
    return [from.toISOString().slice(0, 10), until.toISOString().slice(0, 10)]
  }

  test('couvre quatre-vingt-dix jours au plus, par défaut les derniers', () => {
    assert.deepEqual(period({}), ['2026-08-30', '2026-11-28'])
    assert.deepEqual(period({ start_date: '2026-01-01T00:00:00Z' }), ['2026-01-01', '2026-04-01'])
    assert.deepEqual(period({ start_date: '2026-11-01' }), ['2026-11-01', '2026-11-28'])
    assert.deepEqual(period({ end_date: '2026-05-01T00:00:00 01:00' }), [
      '2026-01-30',
      '2026-04-30',
    ])
    const wrong: Record<string, string>[] = [
      { start_date: '2026-01-01', end_date: '2026-06-01' },
      { start_date: '2026-06-01', end_date: '2026-05-01' },
      { start_date: 'hier' },
      { end_date: '2026-13-45' },
      { status: 'ouvert' },
    ]
    for (const query of wrong) assert.throws(() => readRequestQuery(query, now), { status: 400 })
  })

  test('se répète ou se sépare par des virgules', () => {
    const { categories, statuses, references } = readRequestQuery(
      {
        service_code: ['road,water', 'tree'],
        status: 'open,closed',
        service_request_id: 'sig-1, ',
      },
      now,
    )
    assert.deepEqual(categories, ['road', 'water', 'tree'])
    assert.equal(statuses?.length, 5)
    assert.deepEqual(references, ['SIG-1'])
  })
})

describe('Open311 GeoReport v2', () => {
  let app: TestApp
  let key = ''
  before(async () => {
    app = await startApp()
    const client = new Client(app.origin)
    await client.signIn('se.glazoue@demo.example')
    const form = `/espace/organisations/${organisationId('glazoue')}/cles/nouvelle`
    const made = async (nom: string, droits: string) =>
      /cauri_[\w-]{43}/.exec(
        (await client.submit(form, form, { nom, droits, duree: '90', actuel: 'cauri-demo' })).html,
      )?.[0] ?? ''
    key = await made('Application des habitants', 'signalements.deposer')
    other = await made('Lecture', 'demandes.lire')
    assert.ok(key && other)
  })
  after(() => app.close())
  let other = ''

  const get = async (path: string) => {
    const answer = await fetch(app.origin + root + path)
    return {
      status: answer.status,
      type: answer.headers.get('content-type'),
      text: await answer.text(),
    }
  }
  const getJson = async (path: string) => JSON.parse((await get(path)).text)
  const post = async (fields: Record<string, string>, format = 'json') => {
    const answer = await fetch(`${app.origin}${root}/requests.${format}`, {
      method: 'POST',
      body: new URLSearchParams(fields),
    })
    return { status: answer.status, text: await answer.text() }
  }
  const sent = {
    jurisdiction_id: 'glazoue',
    service_code: 'water',
    description: 'La borne ne coule plus <b>du tout</b> & depuis lundi.',
    ...{ lat: '7.90123', long: '2.20123', address_string: 'Près du puits Spécimen' },
    ...{
      phone: '01 97 33 22 11',
      email: 'cachee@exemple.test',
      first_name: 'Afi',
      last_name: 'Cachée',
    },
    'attribute[arrondissement]': 'Glazoué',
  }

  test('se découvre', async () => {
    const found = await getJson('/discovery.json')
    assert.equal(found.endpoints[0].specification, 'http://wiki.open311.org/GeoReport_v2')
    assert.deepEqual(found.endpoints[0].formats, ['application/json', 'text/xml'])
    const { text, type } = await get('/discovery.xml')
    assert.equal(type, 'text/xml; charset=utf-8')
    const endpoint = childOf(parseXml(text), 'endpoints')?.children[0]
    assert.deepEqual(
      childOf(endpoint, 'formats')?.children.map(({ text: form }) => form),
      ['application/json', 'text/xml'],
    )
  })

  test('dit ce que reçoit chaque commune, par son nom ou son code', async () => {
    const services = await getJson('/services.json?jurisdiction_id=glazoue')
    assert.equal(services.length, 14)
    assert.deepEqual(await getJson('/services.json?jurisdiction_id=BJ0503'), services)
    for (const service of services)
      assert.deepEqual(Object.keys(service), [
        ...['service_code', 'service_name', 'description', 'metadata', 'type', 'keywords', 'group'],
      ])
    const xml = parseXml((await get('/services.xml?jurisdiction_id=glazoue')).text)
    assert.equal(xml.name, 'services')
    assert.equal(xml.children.length, 14)
    assert.deepEqual(
      xml.children.map((one) => [one.name, childOf(one, 'service_code')?.text]),
      services.map(({ service_code }: { service_code: string }) => ['service', service_code]),
    )
    assert.deepEqual(await getJson('/services.json?jurisdiction_id=bohicon'), [])
  })

  test('dit ce qui se précise', async () => {
    const definition = await getJson('/services/water.json?jurisdiction_id=glazoue')
    assert.equal(definition.service_code, 'water')
    const [place] = definition.attributes
    assert.equal(place.datatype, 'singlevaluelist')
    assert.ok(place.values.some(({ key: one }: { key: string }) => one === 'Kpakpaza'))
    const xml = parseXml((await get('/services/water.xml?jurisdiction_id=glazoue')).text)
    assert.equal(xml.name, 'service_definition')
    assert.equal(childOf(xml, 'attributes')?.children[0]?.name, 'attribute')
  })

  test('donne les signalements, en deux formes qui disent la même chose', async () => {
    const found = await getJson('/requests.json?jurisdiction_id=glazoue')
    assert.ok(found.length > 20)
    const fields = [
      ...['service_request_id', 'status', 'status_notes', 'service_name', 'service_code'],
      ...['description', 'agency_responsible', 'service_notice', 'requested_datetime'],
      ...[
        'updated_datetime',
        'expected_datetime',
        'address',
        'address_id',
        'zipcode',
        'lat',
        'long',
      ],
      'media_url',
    ]
    for (const one of found) {
      assert.deepEqual(Object.keys(one), fields)
      assert.match(one.requested_datetime, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
      assert.match(one.status, /^(open|closed)$/)
    }
    const xml = parseXml((await get('/requests.xml?jurisdiction_id=glazoue')).text)
    assert.deepEqual(
      xml.children.map((one) => childOf(one, 'service_request_id')?.text),
      found.map(({ service_request_id }: { service_request_id: string }) => service_request_id),
    )
    assert.ok((await getJson('/requests.json')).length > found.length)
  })

  test('filtre par genre, état, dates et numéros', async () => {
    const open = await getJson('/requests.json?jurisdiction_id=glazoue&status=open')
    assert.ok(open.every(({ status }: { status: string }) => status === 'open'))
    const roads = await getJson('/requests.json?service_code=road,water&status=closed')
    for (const one of roads) assert.match(one.service_code, /^(road|water)$/)
    const [first, second] = open
    const named = await getJson(
      `/requests.json?service_request_id=${first.service_request_id},${second.service_request_id}`,
    )
    assert.equal(named.length, 2)
    const old = await getJson(
      '/requests.json?start_date=2026-01-01T00:00:00Z&end_date=2026-02-01T00:00:00Z',
    )
    assert.ok(old.length > 0)
    for (const one of old) assert.match(one.requested_datetime, /^2026-0[12]-/)
    const [one] = await getJson(`/requests/${first.service_request_id}.json`)
    assert.deepEqual(one, first)
  })

  test('dit ses erreurs dans la forme de la norme', async () => {
    const cases: [string, number][] = [
      ['/services.json', 400],
      ['/services.json?jurisdiction_id=nulle-part', 404],
      ['/services/inconnu.json?jurisdiction_id=glazoue', 404],
      ['/services/animals.json?jurisdiction_id=parakou', 404],
      ['/requests.json?status=peut-etre', 400],
      ['/requests.json?start_date=2026-01-01&end_date=2026-09-01', 400],
      ['/requests/SIG-1999-0001.json', 404],
      ['/requests/SIG-2026-0001.json?jurisdiction_id=bohicon', 404],
      ['/requests/SIG-2026-0001.pdf', 404],
    ]
    for (const [path, status] of cases) {
      const answer = await get(path)
      assert.equal(answer.status, status, path)
      const [error] = JSON.parse(answer.text)
      assert.equal(error.code, status)
      assert.ok(error.description)
    }
    const xml = await get('/services.xml')
    const error = parseXml(xml.text).children[0]
    assert.equal(error?.name, 'error')
    assert.equal(childOf(error, 'code')?.text, '400')
  })

  test('sans clé, avec une autre, ou sans le droit, rien n’est reçu', async () => {
    for (const api_key of [undefined, 'x', `cauri_${'a'.repeat(43)}`, other]) {
      const { status, text } = await post({ ...sent, ...(api_key && { api_key }) })
      assert.equal(status, 403, String(api_key))
      assert.match(JSON.parse(text)[0].description, /api_key/)
    }
  })

  test('reçoit un signalement, une fois s’il revient mot pour mot, sans rien publier de trop', async () => {
    const first = await post({ ...sent, api_key: key })
    assert.equal(first.status, 201)
    const [{ service_request_id: id, service_notice: notice, account_id: account }] = JSON.parse(
      first.text,
    )
    assert.match(id, /^SIG-\d{4}-\d{4}$/)
    assert.match(notice, /[2-9A-Y]{5}-[2-9A-Y]{5}/)
    assert.equal(account, null)
    assert.equal(JSON.parse((await post({ ...sent, api_key: key })).text)[0].service_request_id, id)
    const other = { ...sent, api_key: key, description: 'Et celle du marché aussi.' }
    const twice = await Promise.all([post(other, 'xml'), post(other, 'xml')])
    const ids = twice.map(
      ({ text }) => childOf(parseXml(text).children[0], 'service_request_id')?.text,
    )
    assert.equal(ids[0], ids[1])
    assert.notEqual(ids[0], id)
    const { text } = await get(`/requests/${id}.json`)
    for (const mark of ['97 33', '97332211', 'cachee', 'Cachée', '7.90123', 'puits', 'coule'])
      assert.ok(!text.includes(mark), mark)
    const row = await readAs(app.platform.db, system, (db) =>
      db.selectFrom('services.report').selectAll().where('reference', '=', id).executeTakeFirst(),
    )
    assert.equal(row?.contactPhone, '+2290197332211')
    assert.equal(row?.description, sent.description)
    assert.equal(row?.sentBy, organisationId('glazoue'))
    assert.ok(!JSON.stringify(row).includes('Cachée'))
  })

  test('dit ce qui manque', async () => {
    const cases: [Record<string, string>, number, RegExp][] = [
      [{ jurisdiction_id: '' }, 400, /jurisdiction_id/],
      [{ jurisdiction_id: 'nulle-part' }, 404, /jurisdiction_id/],
      [{ service_code: '' }, 400, /service_code/],
      [{ service_code: 'inconnu' }, 404, /service_code/],
      [{ lat: '', long: '', address_string: '' }, 400, /location/],
      [{ long: '' }, 400, /together/],
      [{ lat: '48.8', long: '2.3' }, 400, /lat/],
      [{ description: 'x'.repeat(4001) }, 400, /description/],
      [{ email: 'pas une adresse' }, 400, /email/],
    ]
    for (const [fields, status, words] of cases) {
      const answer = await post({ ...sent, api_key: key, ...fields })
      assert.equal(answer.status, status, JSON.stringify(fields))
      assert.match(JSON.parse(answer.text)[0].description, words)
    }
  })

  test('reçoit une photo, nettoyée ; refuse ce qui n’en est pas une', async () => {
    const send = async (bytes: Buffer, description: string) => {
      const body = new FormData()
      for (const [name, value] of Object.entries({ ...sent, description, api_key: key }))
        body.append(name, value)
      body.append('media', new Blob([new Uint8Array(bytes)]), 'photo.jpg')
      return fetch(`${app.origin}${root}/requests.json`, { method: 'POST', body })
    }
    const photo = makeJpeg({ before: [writeExif(3, 'GPS')] })
    assert.equal((await send(photo, 'Avec une photo.')).status, 201)
    assert.equal((await send(Buffer.from('<svg/>'), 'Avec un dessin.')).status, 400)
    assert.equal((await send(photo.subarray(0, 60), 'Avec une moitié.')).status, 400)
  })

  test('deux minutes de lectures serrées sont refusées dans la même forme', async () => {
    let last = 200
    for (let tries = 0; tries < 130; tries += 1) last = (await get('/discovery.json')).status
    assert.equal(last, 429)
  })
})

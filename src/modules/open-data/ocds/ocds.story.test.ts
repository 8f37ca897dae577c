import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { startApp, type TestApp } from '#test/app.ts'
import { checkHistory, checkRelease } from './check-release.rules.ts'
import type { DatedRelease } from './merge.rules.ts'
import type { JsonObject } from './ocds.types.ts'
import { openOfficial, skipsOfficial } from './official-schema.fixture.ts'

interface Record {
  readonly ocid: string
  readonly releases: readonly DatedRelease[]
  readonly compiledRelease: JsonObject
  readonly versionedRelease: JsonObject
}

interface Package {
  readonly releases: readonly DatedRelease[]
  readonly records: readonly Record[]
  readonly links?: { readonly next: string }
}

describe('les données de la commande, dans le monde de démonstration', () => {
  let app: TestApp
  before(async () => {
    app = await startApp({ config: { origin: 'https://cauri.example' } })
  })
  after(() => app.close())

  const fetchAt = (path: string, headers = {}) => fetch(new URL(path, app.origin), { headers })
  const read = async (path: string) => (await (await fetchAt(path)).json()) as Package
  const readAll = async (first: string) => {
    const pages: Package[] = []
    for (let next: string | undefined = first; next; ) {
      const one: Package = await read(next)
      pages.push(one)
      next = one.links?.next.replace('https://cauri.example', '')
    }
    return pages
  }

  test('sont valides au schéma officiel, publications et dossiers', {
    skip: skipsOfficial,
  }, async () => {
    const [asReleases, asRecords] = [openOfficial('release'), openOfficial('record')]
    for (const one of await readAll('/donnees/ocds/releases.json'))
      assert.equal(asReleases(one), '')
    for (const one of await readAll('/donnees/ocds/records.json')) assert.equal(asRecords(one), '')
  })

  test('passent nos propres contrôles, publication par publication et compilées', async () => {
    for (const { records } of await readAll('/donnees/ocds/records.json'))
      for (const { releases, compiledRelease } of records) {
        assert.deepEqual(checkHistory(releases), [])
        for (const one of releases) assert.deepEqual(checkRelease(one), [], one.id)
        assert.deepEqual(checkRelease(compiledRelease), [])
      }
  })

  test('donnent les mêmes publications par pages et d’un trait, compressé ou non', async () => {
    const paged = (await readAll('/donnees/ocds/releases.json')).flatMap(({ releases }) => releases)
    const text = await (await fetchAt('/donnees/ocds/releases.jsonl')).text()
    const lines = text.trimEnd().split('\n')
    assert.ok(lines.length > 50)
    assert.deepEqual(
      lines.map((line) => JSON.parse(line)),
      paged,
    )
    const zipped = await fetchAt('/donnees/ocds/releases.jsonl.gz')
    assert.equal(zipped.headers.get('content-type'), 'application/gzip')
    assert.equal(gunzipSync(Buffer.from(await zipped.arrayBuffer())).toString(), text)
    const encoded = await fetchAt('/donnees/ocds/releases.jsonl', { 'accept-encoding': 'gzip' })
    assert.equal(encoded.headers.get('content-encoding'), 'gzip')
    assert.equal(await encoded.text(), text)
  })

  test('se demandent par année', async () => {
    const text = await (await fetchAt('/donnees/ocds/releases.jsonl?annee=2025')).text()
    const dates = text
      .split('\n')
      .flatMap((line) => (line ? [JSON.parse(line).date as string] : []))
    assert.ok(dates.length > 0)
    assert.ok(dates.every((date) => date.startsWith('2025') || date.startsWith('2024-12-31T23')))
    assert.equal(await (await fetchAt('/donnees/ocds/releases.jsonl?annee=2019')).text(), '')
  })

  test('ne se renvoient pas à qui les a déjà', async () => {
    for (const path of ['releases.json', 'records.json', 'releases.jsonl', 'releases.jsonl.gz']) {
      const first = await fetchAt(`/donnees/ocds/${path}`)
      await first.arrayBuffer()
      const etag = first.headers.get('etag') ?? ''
      assert.match(etag, /^"[\w-]+"$/)
      for (const held of [etag, `"autre", W/${etag}`]) {
        const again = await fetchAt(`/donnees/ocds/${path}`, { 'if-none-match': held })
        assert.equal(again.status, 304)
        assert.equal(await again.text(), '')
      }
      const other = await fetchAt(`/donnees/ocds/${path}`, { 'if-none-match': '"autre"' })
      assert.equal(other.status, 200)
      await other.arrayBuffer()
    }
  })

  test('mènent d’une page du site au processus, et ignorent ce qui n’est pas public', async () => {
    const found = await fetchAt('/donnees/ocds/processus/PRJ-2026-0003')
    assert.match(found.url, /processus\/ocds-cauri0-/)
    const { records } = (await found.json()) as Package
    assert.ok(JSON.stringify(records[0]?.compiledRelease).includes('PRJ-2026-0003'))
    const own = await read(`/donnees/ocds/processus/${records[0]?.ocid}/releases.json`)
    assert.deepEqual(own.releases, records[0]?.releases)
    for (const unknown of [
      'BES-1999-0001',
      'ocds-cauri0-BES-1999-0001',
      'ocds-autre0-PRJ-2026-0003',
    ])
      assert.equal((await fetchAt(`/donnees/ocds/processus/${unknown}`)).status, 404, unknown)
  })

  test('ne donnent pas une licence que personne n’a accordée, et disent où lire leurs conditions', async () => {
    for (const path of ['releases.json', 'records.json']) {
      const told = (await (await fetchAt(`/donnees/ocds/${path}`)).json()) as JsonObject
      assert.equal(told.license, undefined)
      assert.equal(told.publicationPolicy, 'https://cauri.example/donnees/ocds')
    }
  })

  test('répondent à ce qui ne peut pas être demandé', async () => {
    for (const apres of ['999999999999999999999999', '-1', '1.5', 'abc', '%00']) {
      const found = await fetchAt(`/donnees/ocds/releases.json?apres=${apres}`)
      assert.equal(found.status, 200, apres)
      assert.equal((await fetchAt(`/donnees/ocds/records.json?apres=${apres}`)).status, 200, apres)
    }
    for (const ocid of ['%00', 'ocds-cauri0-%00', '%E2%80%A8', 'a'.repeat(90)])
      assert.equal((await fetchAt(`/donnees/ocds/processus/${ocid}`)).status, 404, ocid)
  })

  test('une page vide est d’aujourd’hui, et se reconnaît', async () => {
    const path = '/donnees/ocds/releases.json?apres=999999'
    const first = await fetchAt(path)
    const { releases, publishedDate } = (await first.json()) as Package & { publishedDate: string }
    assert.deepEqual(releases, [])
    assert.ok(Date.now() - Date.parse(publishedDate) < 60_000, publishedDate)
    const held = { 'if-none-match': first.headers.get('etag') ?? '' }
    assert.equal((await fetchAt(path, held)).status, 304)
  })

  test('s’expliquent sur leur page, préfixe à confirmer', async () => {
    const html = await (await fetchAt('/donnees/ocds')).text()
    assert.match(html, /ocds-cauri0 \(à confirmer\)/)
    assert.match(html, /releases\.jsonl\?annee=2026/)
  })
})

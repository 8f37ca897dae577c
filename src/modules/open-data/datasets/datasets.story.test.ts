import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { organisationId } from '#demo/ids.ts'
import { system } from '#platform/actor.ts'
import { writeAs } from '#platform/database.ts'
import { NotFound } from '#platform/errors.ts'
import { readWhole, recordFile } from '#platform/files/file-records.ts'
import { startApp, type TestApp } from '#test/app.ts'
import type { Dataset } from './dataset.types.ts'
import { findFile } from './dataset-file.queries.ts'
import { fileAddress, listFormats } from './dataset-format.rules.ts'
import { datasets } from './datasets.ts'
import { writeAllFiles } from './write-dataset-file.ts'

const written = datasets.filter(({ table }) => table !== undefined)

describe('les données ouvertes', () => {
  let app: TestApp
  before(async () => {
    app = await startApp()
  })
  after(() => app.close())

  const get = (url: string, headers: Record<string, string> = {}) =>
    app.app.inject({ url, headers })

  const changeOffer = (word: string) =>
    writeAs(app.database.db, system, (db) =>
      sql`update services.offer set url = ${`https://glazoue.example/${word}`}
        where commune_id = ${organisationId('glazoue')} and service_code = 'birth-copy'`.execute(
        db,
      ),
    )

  test('avant que personne n’ait rien demandé, chaque page se lit et le dit', async () => {
    const { statusCode, body } = await get('/donnees/signalements')
    assert.equal(statusCode, 200)
    assert.match(body, /écrit à la première demande/)
    assert.equal((await get('/donnees')).statusCode, 200)
  })

  test('chaque fichier est écrit, compté, et l’empreinte est celle de ses octets', async () => {
    await writeAllFiles(app.platform, new Date())
    for (const { dataset, format } of listAll()) {
      const answer = await get(fileAddress(dataset.slug, format))
      assert.equal(answer.statusCode, 200)
      const file = await findFile(app.database.db, dataset.slug, format)
      const sha256 = createHash('sha256').update(answer.rawPayload).digest('hex')
      assert.equal(file?.sha256, sha256, `${dataset.slug}.${format}`)
      assert.equal(answer.headers['content-length'], String(answer.rawPayload.length))
      assert.equal(file?.sizeBytes, answer.rawPayload.length)
      assert.equal(countRows(answer.body, format), file?.rowCount, `${dataset.slug}.${format}`)
    }
  })

  test('le monde de démonstration en remplit chacun', async () => {
    for (const { slug } of written) {
      const file = await findFile(app.database.db, slug, 'csv')
      assert.ok((file?.rowCount ?? 0) > 0, slug)
    }
  })

  test('chaque champ est documenté, et rien d’autre n’est dans les fichiers', async () => {
    for (const { slug, table } of written) {
      const { body } = await get(`/donnees/${slug}/${slug}.csv`)
      const head = body.slice(1, body.indexOf('\r\n')).split(';')
      assert.deepEqual(
        head,
        table?.fields.map(({ name }) => name),
      )
      const { body: page } = await get(`/donnees/${slug}`)
      for (const { name, meaning } of table?.fields ?? []) {
        assert.match(meaning, /\.$/, name)
        assert.ok(page.includes(`<code>${name}</code>`), `${slug}: ${name}`)
      }
    }
  })

  test('un code écrit est un code documenté', async () => {
    for (const { slug, table } of written) {
      const { lignes } = (await get(`/donnees/${slug}/${slug}.json`)).json()
      for (const { name, codes } of table?.fields ?? []) {
        if (!codes) continue
        const found: string[] = lignes.flatMap((line: Record<string, unknown>) => line[name] ?? [])
        const unknown = new Set(found.filter((code) => !Object.hasOwn(codes, code)))
        assert.deepEqual([...unknown], [], `${slug}: ${name}`)
      }
    }
  })

  test('les identifiants de la carte ne se répètent pas', async () => {
    for (const { dataset, format } of listAll()) {
      if (format !== 'geojson') continue
      const { features } = (await get(fileAddress(dataset.slug, format))).json()
      const ids = features.map(({ id }: { id: string }) => id)
      assert.equal(new Set(ids).size, ids.length, dataset.slug)
    }
  })

  test('qui a déjà le fichier ne le reçoit pas deux fois', async () => {
    const address = '/donnees/services/services.csv'
    const { headers } = await get(address)
    const etag = String(headers.etag)
    assert.match(etag, /^"[0-9a-f]{64}"$/)
    const again = await get(address, { 'if-none-match': etag })
    assert.equal(again.statusCode, 304)
    assert.equal(again.body, '')
    const since = await get(address, { 'if-modified-since': String(headers['last-modified']) })
    assert.equal(since.statusCode, 304)
    assert.equal((await get(address, { 'if-none-match': '"autre"' })).statusCode, 200)
  })

  test('compressé, il dit la même chose', async () => {
    const address = '/donnees/services/services.csv'
    const zipped = await get(address, { 'accept-encoding': 'gzip, br' })
    assert.equal(zipped.headers['content-encoding'], 'gzip')
    assert.equal(gunzipSync(zipped.rawPayload).toString(), (await get(address)).body)
    const etag = String(zipped.headers.etag)
    assert.equal((await get(address, { 'if-none-match': etag })).statusCode, 304)
  })

  test('ce qui change est dans le fichier écrit ensuite ; ce qui ne change pas garde sa date', async () => {
    const find = () => findFile(app.database.db, 'services', 'csv')
    const first = await find()
    const later = new Date(Date.now() + 60_000)
    await writeAllFiles(app.platform, later)
    const same = await find()
    assert.equal(same?.changedAt.getTime(), first?.changedAt.getTime())
    assert.equal(same?.checkedAt.getTime(), later.getTime())
    await changeOffer('nouveau')
    await writeAllFiles(app.platform, new Date(later.getTime() + 1))
    const changed = await find()
    assert.notEqual(changed?.sha256, first?.sha256)
    assert.equal(changed?.previousSha256, first?.sha256)
    const { body } = await get('/donnees/services/services.csv')
    assert.match(body, /glazoue\.example\/nouveau/)
  })

  test('ce que quelqu’un a joint tel quel se lit encore, deux changements plus tard', async () => {
    const file = await findFile(app.database.db, 'services', 'csv')
    const upload = {
      ...{ sha256: file?.sha256 ?? '', sizeBytes: file?.sizeBytes ?? 0 },
      ...{ name: 'services.csv', mediaType: 'text/csv' },
    }
    const owner = { organisationId: organisationId('glazoue'), isPublic: true, createdBy: null }
    await writeAs(app.database.db, system, (db) => recordFile(db, upload, owner, new Date()))
    for (const word of ['encore', 'enfin']) {
      await changeOffer(word)
      await writeAllFiles(app.platform, new Date(Date.now() + 120_000))
    }
    const bytes = await readWhole(app.platform.files, upload.sha256)
    assert.equal(createHash('sha256').update(bytes).digest('hex'), upload.sha256)
  })

  test('des octets que plus personne ne tient sont oubliés', async () => {
    const first = await findFile(app.database.db, 'services', 'csv')
    for (const word of ['avant', 'apres']) {
      await changeOffer(word)
      await writeAllFiles(app.platform, new Date(Date.now() + 180_000))
    }
    await assert.rejects(readWhole(app.platform.files, first?.sha256 ?? ''), NotFound)
  })

  test('des octets perdus s’écrivent de nouveau', async () => {
    const file = await findFile(app.database.db, 'connectivite', 'csv')
    await app.platform.files.remove(file?.sha256 ?? '')
    assert.equal((await get('/donnees/connectivite/connectivite.csv')).statusCode, 200)
  })

  test('ce qui n’existe pas n’est pas trouvé', async () => {
    for (const url of [
      '/donnees/inconnu',
      '/donnees/services/autre.csv',
      '/donnees/services/services.xml',
      '/donnees/services/services.geojson',
    ])
      assert.equal((await get(url)).statusCode, 404, url)
  })
})

function listAll() {
  return written.flatMap((dataset: Dataset) =>
    listFormats(dataset).map((format) => ({ dataset, format })),
  )
}

/** In a CSV, a quoted cell may hold lines of its own. */
function countRows(body: string, format: string): number {
  if (format === 'json') return JSON.parse(body).lignes.length
  if (format === 'geojson') return JSON.parse(body).features.length
  return body.replace(/"(?:[^"]|"")*"/g, '').split('\r\n').length - 2
}

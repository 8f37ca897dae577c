import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { system } from '#platform/actor.ts'
import { writeAs } from '#platform/database.ts'
import { startApp, type TestApp } from '#test/app.ts'
import { fileAddress, listFormats } from '../datasets/dataset-format.rules.ts'
import { datasets } from '../datasets/datasets.ts'
import { refreshAllReleases } from './refresh-releases.ts'

const name = 'Marquée Personne'
const address = 'marquee.personne@demo.example'
const phone = '01 97 45 61 23'
const everything = `${name}, ${address}, ${phone}`
const reach = `Écrire à ${address} ou appeler le ${phone}.`
const marks = ['Marquée', 'marquee', '97 45 61 23', '97456123', '+22901', '@']

/** Where people are named, and texts that only some may read. */
const hidden = [
  sql`update identity.person set full_name = ${name}`,
  sql`update collaboration.call set opening_attendees = ${everything}, opening_remarks = ${everything}`,
  sql`update collaboration.tender set handed_over_to = ${everything}`,
  sql`update collaboration.agreement set purpose = ${everything}`,
  sql`update collaboration.milestone set deliverables = ${everything}, reserves = ${everything}, status_reason = ${everything}`,
  sql`update collaboration.project_entry set body = ${everything}`,
  sql`update collaboration.call_answer set question = ${everything}`,
  sql`update collaboration.proposal set content = json_build_object('x', ${everything}::text)`,
  sql`update collaboration.project_event set reason = ${everything}`,
  sql`update collaboration.pilot set scope = ${everything}, status_reason = ${everything}`,
  sql`update directory.startup set email = ${address}, address = ${everything}`,
]

/** Texts that everybody reads on the pages, in which somebody wrote how to be reached. */
const shown = [
  sql`update collaboration.need set problem = ${reach}, expected_outcome = ${reach}, budget_source = ${reach}, title = ${`Titre ${phone}`}`,
  sql`update collaboration.call set purpose = ${reach}, requirements = ${reach}, title = ${`Titre ${address}`}`,
  sql`update collaboration.call_lot set description = ${reach}`,
  sql`update collaboration.call_addendum set reason = ${reach}`,
  sql`update collaboration.award set reason = ${reach}`,
  sql`update collaboration.tender set purpose = ${reach}, requirements = ${reach}, awarded_to = ${`Atelier (${phone})`}`,
  sql`update collaboration.amendment set reason = ${reach}`,
  sql`update collaboration.project set summary = ${reach}, contractor = ${`Atelier ${address}`}`,
  sql`update governance.recommendation set title = ${`Titre ${address}`}, body = ${reach}, indicator = ${reach}`,
  sql`update governance.session set theme = ${`Thème ${address}`}, place = ${reach}`,
  sql`update collaboration.milestone set title = ${`Jalon ${phone}`}`,
]

const feeds = ['/besoins.atom', '/appels.atom', '/solutions.atom', '/recommandations.atom']

const listFiles = () =>
  datasets.flatMap((dataset) =>
    listFormats(dataset).map((format) => fileAddress(dataset.slug, format)),
  )

describe('aucune donnée personnelle ne sort', () => {
  let app: TestApp
  before(async () => {
    app = await startApp()
    await writeAs(app.platform.db, system, async (db) => {
      for (const query of [...hidden, ...shown]) await query.execute(db)
      await sql`truncate opendata.release, opendata.process`.execute(db)
      await refreshAllReleases(db, new Date('2026-11-24T08:00:00Z'))
    })
  })
  after(() => app.close())

  test('ni noms, ni adresses, ni téléphones, où que ce soit', async () => {
    const read = async (path: string) => (await fetch(new URL(path, app.origin))).text()
    const records = await read('/donnees/ocds/records.json')
    const [{ ocid }] = (JSON.parse(records) as { records: [{ ocid: string }] }).records
    const outputs = [
      records,
      await read('/donnees/ocds'),
      await read('/donnees/ocds/releases.json'),
      await read('/donnees/ocds/releases.jsonl'),
      await read(`/donnees/ocds/processus/${ocid}`),
      await read(`/donnees/ocds/processus/${ocid}/releases.json`),
    ]
    assert.ok(outputs.every((output) => output.length > 1000))
    assert.ok(outputs[3]?.includes('[adresse masquée]') && outputs[3]?.includes('[numéro masqué]'))
    for (const output of outputs)
      for (const mark of marks)
        assert.ok(!output.includes(mark), `${mark} : ${around(output, mark)}`)
  })

  test('ni dans les fichiers des jeux, ni dans les fils, où les textes restent', async () => {
    const told = new Set<string>()
    for (const path of [...listFiles(), ...feeds]) {
      const output = await (await fetch(new URL(path, app.origin))).text()
      for (const mark of marks)
        assert.ok(!output.includes(mark), `${path}, ${mark} : ${around(output, mark)}`)
      if (output.includes('masqu')) told.add(path)
    }
    for (const path of ['besoins', 'appels', 'recommandations', 'sessions'])
      assert.ok(told.has(`/donnees/${path}/${path}.csv`), path)
    for (const path of ['/besoins.atom', '/appels.atom', '/recommandations.atom'])
      assert.ok(told.has(path), path)
  })
})

const around = (text: string, mark: string) => {
  const at = text.indexOf(mark)
  return text.slice(Math.max(0, at - 100), at + 60)
}

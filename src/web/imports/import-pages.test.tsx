import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Kysely, sql } from 'kysely'
import { system } from '#platform/actor.ts'
import { readAs, writeAs } from '#platform/database.ts'
import { addDays } from '#platform/days.rules.ts'
import { createId } from '#platform/id.ts'
import { moneyColumn, needed, textColumn } from '#platform/tables/columns.rules.ts'
import { forgetImportDrafts, type ImportOutcome } from '#platform/tables/import-draft.ts'
import { hashLine } from '#platform/tables/review-table.ts'
import { fields, type Platform } from '#platform/web.ts'
import { readHidden } from '#test/client.ts'
import { actors, organisationIds } from '#test/factories/actors.ts'
import { openTestSite, type TestSite } from '#test/factories/test-site.tsx'
import { DateField } from '../components/index.tsx'
import { importPages } from './import-pages.tsx'

// biome-ignore lint/suspicious/noExplicitAny: the table belongs to this test alone
type AnyDb = Kysely<any>

const columns = {
  name: needed(textColumn({ label: 'Libellé', aliases: ['désignation'] })),
  amount: needed(moneyColumn({ label: 'Montant' })),
}

const subject = { id: createId(), communeId: organisationIds.glazoue }

const routes = importPages('/lignes/importer', {
  kind: 'testLines',
  title: 'Importer des lignes',
  lead: 'Les lignes de votre tableur.',
  load: async () => subject,
  allow: (actor) => actor.organisation?.id === subject.communeId,
  owner: ({ id, communeId }) => ({ id, organisationId: communeId }),
  address: () => '/lignes/importer',
  back: () => ({ href: '/lignes', label: 'Les lignes' }),
  columns,
  choices: {
    input: { asOf: fields.day() },
    initial: () => ({ asOf: '2026-10-31' }),
    fields: ({ asOf }, errors) => (
      <DateField name="asOf" label="Situation au" value={asOf} error={errors.asOf} />
    ),
  },
  prepare: async () => (values) =>
    values.name === 'Interdit' ? [{ column: 'Libellé', message: 'Ce libellé est interdit.' }] : [],
  async write(_, lines, { choices }, { db }) {
    let written = 0
    for (const { values } of lines) {
      const key = hashLine(values.name, values.amount, String(choices.asOf))
      const row = { key, name: values.name, amount: values.amount }
      const saved = await (db as AnyDb)
        .insertInto('test.line')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      written += Number(saved.numInsertedOrUpdatedRows)
    }
    return { written, unchanged: lines.length - written }
  },
  done: ({ written, unchanged }) => `${written} écrites, ${unchanged} déjà là.`,
})

describe('un fichier de lignes', () => {
  let site: TestSite
  before(async () => {
    site = await openTestSite(routes, {
      people: { se: actors.seGlazoue, agent: actors.agentGlazoue, bohicon: actors.seBohicon },
    })
    await sql`create schema test`.execute(site.database.db)
    await sql`create table test.line (key text primary key, name text, amount bigint)`.execute(
      site.database.db,
    )
  })
  after(() => site.close())

  const countLines = async () =>
    (await site.database.pool.query('select 1 from test.line')).rowCount

  async function send(text: string, who = 'se') {
    const browser = site.browse(who)
    const hidden = await browser.readForm('/lignes/importer')
    const body = new FormData()
    for (const [name, value] of Object.entries({ ...hidden, asOf: '31/10/2026' }))
      body.append(name, value)
    body.append('file', new Blob([text], { type: 'text/csv' }), 'comptes.csv')
    const sent = await browser.post('/lignes/importer', body)
    assert.equal(sent.status, 303, sent.text)
    const address = sent.headers.get('location') ?? ''
    return { browser, address, shown: await browser.get(address) }
  }

  test('dit d’abord quelles colonnes il peut avoir', async () => {
    const { text } = await site.browse('se').get('/lignes/importer')
    assert.match(text, /désignation/)
    assert.match(text, /value="2026-10-31"/)
  })

  test('montre ses erreurs ligne par ligne, et n’écrit rien, même si l’on insiste', async () => {
    const { browser, address, shown } = await send('Libellé;Montant\nA;1\nInterdit;2\nB;x\n')
    assert.match(shown.text, /2 erreurs/)
    assert.match(shown.text, /Ce libellé est interdit/)
    assert.match(shown.text, /« x » n’est pas un nombre/)
    assert.doesNotMatch(shown.text, /Confirmer et enregistrer/)
    const hidden = await browser.readForm('/lignes/importer')
    const forced = await browser.post(address, { _csrf: hidden._csrf ?? '', _key: createId() })
    assert.equal(forced.status, 422)
    assert.equal(await countLines(), 0)
  })

  test('s’écrit une fois confirmé, en entier, et deux fois ne change rien', async () => {
    for (const said of ['2 écrites, 0 déjà là', '0 écrites, 2 déjà là']) {
      const { browser, address, shown } = await send(
        'Désignation;Montant;Avis\nA;1 000;x\nB;2;\nTotal;1002;\n',
      )
      assert.match(shown.text, /2 lignes seront enregistrées/)
      assert.match(shown.text, /Colonnes laissées : Avis/)
      assert.match(shown.text, /1 ligne de total/)
      const sent = await browser.post(address, readHidden(shown.text, address))
      assert.equal(sent.headers.get('location'), '/lignes')
      const { outcome } = await readAs(site.database.db, system, (db) =>
        db
          .selectFrom('platform.importDraft')
          .select('outcome')
          .orderBy('createdAt', 'desc')
          .limit(1)
          .executeTakeFirstOrThrow(),
      )
      const { written, unchanged } = outcome as unknown as ImportOutcome
      assert.equal(`${written} écrites, ${unchanged} déjà là`, said)
      assert.equal(await countLines(), 2)
      const again = await browser.get(address)
      assert.match(again.text, /déjà été importé/)
    }
  })

  test('n’est qu’à ceux qui peuvent l’importer', async () => {
    const { address } = await send('Libellé;Montant\nA;1\n', 'agent')
    assert.equal((await site.browse('bohicon').get('/lignes/importer')).status, 403)
    assert.equal((await site.browse('bohicon').get(address)).status, 404)
    assert.equal((await site.browse('se').get(`/lignes/importer/${createId()}`)).status, 404)
  })

  test('jamais confirmé, est oublié après une semaine avec son contenu', async () => {
    await send('Libellé;Montant\nOublié;1\n')
    const later = addDays(new Date(), 8)
    const platform = site.platform as Platform
    await writeAs(site.database.db, system, (db) =>
      forgetImportDrafts({ db, actor: system, platform }, later),
    )
    const left = await readAs(site.database.db, system, (db) =>
      db.selectFrom('platform.importDraft').select('id').where('confirmedAt', 'is', null).execute(),
    )
    assert.deepEqual(left, [])
  })
})

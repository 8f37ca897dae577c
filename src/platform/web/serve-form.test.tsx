import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import { readHidden } from '#test/client.ts'
import { actors } from '#test/factories/actors.ts'
import { openTestSite, Proof, type TestSite } from '#test/factories/test-site.tsx'
import { Conflict } from '../errors.ts'
import { createId } from '../id.ts'
import { everyone, signedIn } from '../policy.ts'
import {
  action,
  type Context,
  type FormErrors,
  type FormValues,
  fields,
  form,
  mediaTypes,
  optionalFile,
  refuse,
  seeOther,
} from '../web.ts'

// biome-ignore lint/suspicious/noExplicitAny: the table belongs to this test alone
type AnyDb = Kysely<any>

const input = z.object({
  title: fields.text({ missing: 'Donnez un titre' }),
  needs: fields.choices(['a', 'b', 'c']),
  file: optionalFile([mediaTypes.pdf], 1),
})
type Note = z.infer<typeof input>

async function keep({ db, actor }: Context, { title, file }: Note): Promise<void> {
  const row = { id: createId(), title, file: file?.name ?? null, author: actor.id }
  await (db as AnyDb).insertInto('test.note').values(row).execute()
}

function NoteForm({ values, errors }: { values: FormValues<Note>; errors: FormErrors<Note> }) {
  const kept = (values as Record<string, string>)['file.kept']
  return (
    <form method="post" action="/notes">
      <Proof />
      {Object.entries(errors).map(([name, message]) => (
        <p key={name}>{`${name} : ${message}`}</p>
      ))}
      <input name="title" value={values.title} />
      <p>{`needs ${values.needs?.join(',')}`}</p>
      {kept && <input type="hidden" name="file.kept" value={kept} />}
    </form>
  )
}

const writeNote = form('/notes', {
  load: () => null,
  allow: everyone,
  input,
  limit: { points: 40, seconds: 60 },
  initial: () => ({ title: 'Titre proposé', needs: ['a', 'c'] }),
  invalid: (_, { values, errors }) => <NoteForm values={values} errors={errors} />,
  async valid(_, note, context) {
    await keep(context, note)
    if (note.title === 'lente') await sleep(150)
    if (note.title === 'prise') return refuse({ title: 'Ce titre est pris' })
    if (note.title === 'dépassée') throw new Conflict('Quelqu’un vous a devancé')
    if (note.title === 'cassée') throw new Error('broken')
    return seeOther('/notes/merci', 'La note est gardée.')
  },
})

const closeNotes = action('/notes/fermer', {
  load: () => null,
  allow: signedIn,
  input: z.object({ reason: fields.text({ missing: 'Dites pourquoi' }) }),
  back: () => '/notes',
  async act(_, { reason }, context) {
    await keep(context, { title: reason, needs: [], file: null })
    return reason === 'non' ? refuse({ reason: 'Pas pour cette raison' }) : seeOther('/notes/merci')
  },
})

describe('a form that is sent', () => {
  let site: TestSite
  before(async () => {
    const people = { se: actors.seGlazoue, agent: actors.agentGlazoue }
    site = await openTestSite([writeNote, closeNotes], { people })
    await site.database.pool.query(
      'create schema test; create table test.note (id uuid primary key, title text, file text, author uuid)',
    )
  })
  beforeEach(() =>
    site.database.pool.query('delete from test.note; delete from platform.rate_limit'),
  )
  after(() => site.close())

  const listNotes = async () => {
    const { rows } = await sql<{ title: string; file: string | null; author: string | null }>`
      select title, file, author from test.note order by id`.execute(site.database.db)
    return rows
  }
  const countKeys = async () => {
    const found = await site.database.pool.query('select 1 from platform.idempotency')
    return found.rowCount
  }

  test('shows first what is known', async () => {
    const { text } = await site.browse().get('/notes')
    assert.match(text, /value="Titre proposé"/)
    assert.match(text, /needs a,c/)
  })

  test('acts, and goes to see: the message is shown once', async () => {
    const browser = site.browse('se')
    const sent = await browser.post('/notes', {
      ...(await browser.readForm('/notes')),
      title: 'Une',
    })
    assert.equal(sent.status, 303)
    assert.equal(sent.headers.get('location'), '/notes/merci')
    assert.deepEqual(await listNotes(), [{ title: 'Une', file: null, author: actors.seGlazoue.id }])
    assert.ok(browser.cookies.has('cauri-flash'))
    await browser.get('/notes')
    assert.equal(browser.cookies.has('cauri-flash'), false)
  })

  test('comes back as typed when something is wrong, and nothing is written', async () => {
    const browser = site.browse()
    const hidden = await browser.readForm('/notes')
    const sent = await browser.post('/notes', { ...hidden, title: ' ', needs: 'b' })
    assert.equal(sent.status, 422)
    assert.match(sent.text, /title : Donnez un titre/)
    assert.match(sent.text, /value=" "/)
    assert.deepEqual(await listNotes(), [])
  })

  test('undoes everything when the act itself refuses', async () => {
    const browser = site.browse()
    const hidden = await browser.readForm('/notes')
    const refused = await browser.post('/notes', { ...hidden, title: 'prise' })
    assert.equal(refused.status, 422)
    assert.match(refused.text, /title : Ce titre est pris/)
    assert.deepEqual(await listNotes(), [])
    const again = await browser.post('/notes', { ...hidden, title: 'libre' })
    assert.equal(again.status, 303, 'the same form may be corrected and sent again')
  })

  test('undoes everything when it came too late, or when something breaks', async () => {
    const browser = site.browse()
    const hidden = await browser.readForm('/notes')
    const late = await browser.post('/notes', { ...hidden, title: 'dépassée' })
    assert.equal(late.status, 409)
    assert.match(late.text, /form : Quelqu’un vous a devancé/)
    assert.match(late.text, /value="dépassée"/)
    const broken = await browser.post('/notes', { ...hidden, title: 'cassée' })
    assert.equal(broken.status, 500)
    assert.match(broken.text, /panne [0-9A-F]{8}/)
    assert.doesNotMatch(broken.text, /broken/)
    assert.deepEqual(await listNotes(), [])
  })

  test('acts once when it is sent twice, one after the other or both at once', async () => {
    const browser = site.browse('se')
    for (const title of ['simple', 'lente']) {
      const note = { ...(await browser.readForm('/notes')), title }
      const both = await Promise.all([browser.post('/notes', note), browser.post('/notes', note)])
      both.push(await browser.post('/notes', note))
      for (const { status, headers } of both)
        assert.deepEqual([status, headers.get('location')], [303, '/notes/merci'])
    }
    assert.deepEqual(
      (await listNotes()).map(({ title }) => title),
      ['simple', 'lente'],
    )
  })

  test('that says something else the second time comes back, neither done nor lost', async () => {
    const browser = site.browse('se')
    const hidden = await browser.readForm('/notes')
    await browser.post('/notes', { ...hidden, title: 'première' })
    const changed = await browser.post('/notes', { ...hidden, title: 'seconde' })
    assert.equal(changed.status, 422)
    assert.match(changed.text, /form : Ce formulaire avait déjà été envoyé, avec un autre contenu/)
    assert.match(changed.text, /value="seconde"/)
    assert.equal((await listNotes()).length, 1)
    const fresh = readHidden(changed.text, '/notes')
    await browser.post('/notes', { ...fresh, title: 'seconde' })
    assert.deepEqual(
      (await listNotes()).map(({ title }) => title),
      ['première', 'seconde'],
    )
  })

  test('whose key somebody else uses tells nothing of the first', async () => {
    const [one, two] = [site.browse('se'), site.browse('agent')]
    const { _key = '' } = await one.readForm('/notes')
    const ofOne = await one.readForm('/notes')
    await one.post('/notes', { ...ofOne, _key, title: 'à moi' })
    const ofTwo = await two.readForm('/notes')
    const sent = await two.post('/notes', { ...ofTwo, _key, title: 'à lui' })
    assert.equal(sent.status, 409)
    assert.equal((await listNotes()).length, 1)
  })

  test('with no key still acts: a page may be older than us', async () => {
    const browser = site.browse()
    const { _csrf = '' } = await browser.readForm('/notes')
    const before = await countKeys()
    await browser.post('/notes', { _csrf, title: 'sans clé' })
    await browser.post('/notes', { _csrf, _key: 'pas une clé', title: 'sans clé' })
    assert.equal((await listNotes()).length, 2)
    assert.equal(await countKeys(), before)
  })

  describe('from elsewhere', () => {
    test('does nothing without the proof that we showed it to this browser', async () => {
      const [one, two] = [site.browse('se'), site.browse('se')]
      const { _csrf = '' } = await one.readForm('/notes')
      await two.readForm('/notes')
      const forged = [
        await two.post('/notes', { title: 'sans preuve' }),
        await two.post('/notes', { title: 'preuve d’un autre', _csrf }),
        await two.post('/notes', { title: 'preuve inventée', _csrf: 'x'.repeat(_csrf.length) }),
        await site.browse('se').post('/notes', { title: 'sans visite', _csrf }),
      ]
      for (const { status, text } of forged) {
        assert.equal(status, 422)
        assert.match(text, /form : La page était ouverte depuis trop longtemps/)
      }
      assert.match(forged[0]?.text ?? '', /value="sans preuve"/, 'what was typed is not lost')
      assert.deepEqual(await listNotes(), [])
    })

    test('does nothing after somebody else signed in on the same browser', async () => {
      const browser = site.browse('se')
      const hidden = await browser.readForm('/notes')
      browser.cookies.set('cauri-session', 'agent')
      assert.equal((await browser.post('/notes', { ...hidden, title: 'x' })).status, 422)
      assert.deepEqual(await listNotes(), [])
    })

    test('does nothing when the browser says that it comes from another site', async () => {
      const browser = site.browse('se')
      const hidden = await browser.readForm('/notes')
      for (const [name, value] of [
        ['sec-fetch-site', 'cross-site'],
        ['sec-fetch-site', 'same-site'],
        ['origin', 'https://ailleurs.example'],
      ] as const) {
        const sent = await browser.post('/notes', { ...hidden, title: 'x' }, { [name]: value })
        assert.equal(sent.status, 422, value)
      }
      assert.deepEqual(await listNotes(), [])
    })
  })

  describe('with a file', () => {
    const pdf = new Blob(['%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n'])
    async function sendWith(given: Record<string, string>, file?: [Blob, string]) {
      const browser = site.browse()
      const body = new FormData()
      const typed = { ...(await browser.readForm('/notes')), title: 'Guide', ...given }
      for (const [name, value] of Object.entries(typed)) body.append(name, value)
      if (file) body.append('file', ...file)
      return browser.post('/notes', body)
    }

    test('keeps it', async () => {
      assert.equal((await sendWith({}, [pdf, 'C:\\été.pdf'])).status, 303)
      assert.equal((await listNotes())[0]?.file, 'été.pdf')
    })

    test('need not be given it again when another field is wrong', async () => {
      const refused = await sendWith({ title: '' }, [pdf, 'guide.pdf'])
      assert.equal(refused.status, 422)
      const kept = /name="file\.kept" value="([^"]+)"/.exec(refused.text)?.[1] ?? ''
      assert.equal((await sendWith({ 'file.kept': kept }, [new Blob([]), ''])).status, 303)
      assert.equal((await listNotes())[0]?.file, 'guide.pdf')
    })

    test('does not believe an invented one', async () => {
      assert.equal((await sendWith({ 'file.kept': 'e30.x' })).status, 303)
      assert.equal((await listNotes())[0]?.file, null)
    })

    test('refuses what is no PDF inside, too heavy or empty', async () => {
      const page = await sendWith({}, [
        new Blob(['<script>'], { type: 'application/pdf' }),
        'a.pdf',
      ])
      assert.match(page.text, /file : Ce fichier n’est pas du type attendu/)
      const heavy = await sendWith({}, [new Blob([pdf, new Uint8Array(1_100_000)]), 'a.pdf'])
      assert.match(heavy.text, /file : Ce fichier est trop lourd : 1 Mo/)
      const empty = await sendWith({}, [new Blob([]), 'a.pdf'])
      assert.match(empty.text, /file : Ce fichier est vide/)
      assert.deepEqual(await listNotes(), [])
    })

    test('comes back as it was typed even with one that no form takes', async () => {
      const huge = await sendWith({}, [new Blob([pdf, new Uint8Array(13_000_000)]), 'a.pdf'])
      assert.match(huge.text, /file : Ce fichier est trop lourd : 1 Mo/)
      assert.deepEqual(await listNotes(), [])
    })
  })

  test('too often from one address has to wait', async () => {
    const browser = site.browse()
    const hidden = await browser.readForm('/notes')
    const send = () => browser.post('/notes', { ...hidden, title: '' })
    for (let sent = 0; sent < 40; sent++) assert.equal((await send()).status, 422)
    assert.equal((await send()).status, 429)
    assert.equal((await site.browse().get('/notes')).status, 200)
  })

  describe('by a button', () => {
    test('goes back to its page with the reason when it is refused', async () => {
      const browser = site.browse('se')
      const hidden = await browser.readForm('/notes')
      for (const reason of ['', 'non']) {
        const sent = await browser.post('/notes/fermer', { ...hidden, reason })
        assert.deepEqual([sent.status, sent.headers.get('location')], [303, '/notes'])
        assert.ok(browser.cookies.has('cauri-flash'))
      }
      const done = await browser.post('/notes/fermer', { ...hidden, reason: 'oui' })
      assert.equal(done.headers.get('location'), '/notes/merci')
      assert.deepEqual(
        (await listNotes()).map(({ title }) => title),
        ['oui'],
      )
    })

    test('is refused to those whom the rule does not name', async () => {
      const browser = site.browse()
      const hidden = await browser.readForm('/notes')
      const sent = await browser.post('/notes/fermer', { ...hidden, reason: 'oui' })
      assert.match(sent.headers.get('location') ?? '', /^\/connexion\?suite=/)
      assert.deepEqual(await listNotes(), [])
    })
  })
})

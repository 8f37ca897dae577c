/** Everything that anybody may read of the demonstration world, pages and machines alike: none of its people is in it. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { people } from '#demo/people.ts'
import { system } from '#platform/actor.ts'
import { readAs } from '#platform/database.ts'
import { everyone } from '#platform/policy.ts'
import type { Route } from '#platform/web.ts'
import { listRoutes } from '../src/app.ts'
import { fillPath } from './access/walk.ts'
import { startApp, type TestApp } from './app.ts'

/** Pages that show a person on purpose, or what a demonstration keeps in sight of all. */
const knowing: readonly string[] = [
  // The accounts of the demonstration world, for whoever tries it; absent where there is no such world.
  '/connexion',
  // What would leave by e-mail: only where it is shown instead of sent.
  '/courrier-sortant',
]

interface Mark {
  readonly of: string
  readonly text: string
}

describe('ce que chacun peut lire', () => {
  let app: TestApp
  let marks: readonly Mark[]
  before(async () => {
    app = await startApp()
    marks = await listMarks(app)
  })
  after(() => app.close())

  test('les personnes de la démonstration ont de quoi être reconnues', () => {
    const kinds = ['name', 'email', 'phone'].map(
      (kind) => marks.filter(({ of }) => of.endsWith(kind)).length,
    )
    assert.ok(
      kinds.every((count) => count > 0),
      String(kinds),
    )
  })

  test('ne dit ni le nom, ni le courriel, ni le téléphone de personne', async () => {
    const leaks: string[] = []
    for (const url of listAddresses(listRoutes(app.platform))) {
      const { statusCode, body } = await app.app.inject({ url, remoteAddress: nextAddress() })
      assert.ok(statusCode < 500, `${url}: ${statusCode}`)
      if (statusCode === 200) leaks.push(...findMarks(body, marks).map((of) => `${url}: ${of}`))
    }
    assert.deepEqual(leaks, [])
  })

  test('et une personne nommée se verrait', () => {
    const [{ name = '', email = '' } = {}] = people
    assert.deepEqual(findMarks(`<p>${name}</p>`, marks), [`${email} name`])
    assert.deepEqual(findMarks('a;01 97 00 00 01;b', [{ of: 'x phone', text: '0197000001' }]), [
      'x phone',
    ])
  })
})

function listAddresses(routes: readonly Route[]): string[] {
  const open = routes.filter(
    (route) =>
      route.allow === everyone &&
      (route.kind === 'page' || (route.kind === 'endpoint' && route.method === 'GET')),
  )
  return open.map(({ path }) => fillPath(path)).filter((url) => !knowing.includes(url))
}

async function listMarks({ database }: TestApp): Promise<Mark[]> {
  const rows = await readAs(database.db, system, (db) =>
    db.selectFrom('identity.person').select(['id', 'fullName', 'email', 'phone']).execute(),
  )
  return rows.flatMap(({ id, fullName, email, phone }) =>
    [
      { of: `${email ?? id} name`, text: fullName },
      { of: `${email ?? id} email`, text: email ?? '' },
      { of: `${email ?? id} phone`, text: (phone ?? '').replace(/\D/g, '').slice(-10) },
    ].filter(({ text }) => text !== ''),
  )
}

/** A telephone number is found however it is spaced. */
function findMarks(body: string, marks: readonly Mark[]): string[] {
  const text = body.replaceAll('&amp;', '&').replaceAll('&#39;', '’')
  const digits = body.replace(/(?<=\d)[\s\u00a0.-](?=\d)/g, '')
  return marks
    .filter(({ of, text: mark }) => (of.endsWith('phone') ? digits : text).includes(mark))
    .map(({ of }) => of)
}

/** Limits count by address; this reader is many. */
let visits = 0
function nextAddress(): string {
  visits++
  return `10.0.${Math.floor(visits / 250)}.${(visits % 250) + 1}`
}

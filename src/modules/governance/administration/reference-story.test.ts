import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { type Actor, system } from '#platform/actor.ts'
import { readAs, writeAs } from '#platform/database.ts'
import { addDaysTo } from '#platform/days.rules.ts'
import { Conflict, Forbidden, NotFound } from '#platform/errors.ts'
import { toDay } from '#platform/format.ts'
import { listHistory } from '#platform/lifecycle.ts'
import type { ReferenceContent } from '#platform/reference-list.ts'
import { loadReference } from '#reference/load-reference.ts'
import { startApp, type TestApp } from '#test/app.ts'
import { actOn, createDemoActor } from '#test/factories/calls.ts'
import { applyDueChanges } from './apply-due-changes.ts'
import {
  alreadyChanging,
  approveChange,
  checkProposal,
  closeChange,
  proposeChange,
  resubmitChange,
} from './change.actions.ts'
import { getChange, listOpenChanges, listVersionsOf } from './change.queries.ts'
import type { Proposal, ReferenceChange } from './change.schema.ts'
import { findEntry, listEntries } from './dated-entries.ts'
import { getList, referenceLists } from './reference-lists.ts'

const now = new Date()
const today = toDay(now)
const terms = {
  ...{ takesEffectOn: today, source: 'Arrêté fictif', sourceDate: '2026-01-15' },
  ...{ sourceUrl: 'https://exemple.bj/arrete', reason: 'Un texte publié donne enfin ce code.' },
}
const accounts = getList('comptes')
const mechanisms = getList('mecanismes')

describe('Un référentiel de l’association', () => {
  let app: TestApp
  let staff: Actor
  let second: Actor
  let commissioner: Actor

  before(async () => {
    app = await startApp()
    const { db } = app.platform
    staff = await createDemoActor(db, 'ancb', 'staff')
    second = await createDemoActor(db, 'ancb', 'staff')
    commissioner = await createDemoActor(db, 'ancb', 'commissioner')
  })
  after(() => app.close())

  const as = <T>(actor: Actor, act: Parameters<typeof actOn<T>>[2]) =>
    actOn(app.platform, actor, act)
  const read = (code: string, key: string) =>
    readAs(app.platform.db, staff, (db) => findEntry({ db }, getList(code), key, today))
  const contentOf = async (code: string, key: string): Promise<ReferenceContent> =>
    (await read(code, key))?.content ?? {}
  const propose = (code: string, proposal: Proposal, by = staff) =>
    as(by, (context) => proposeChange(context, getList(code), proposal))
  const approve = (change: ReferenceChange, by = commissioner) =>
    as(by, (context) => approveChange(context, change))
  const revise = async (
    code: string,
    key: string,
    changed: ReferenceContent,
    days = 0,
  ): Promise<Proposal> => ({
    ...{ kind: 'revise', key, label: key },
    content: { ...(await contentOf(code, key)), ...changed },
    terms: { ...terms, takesEffectOn: addDaysTo(today, days) },
  })
  const reload = () => writeAs(app.platform.db, system, (db) => loadReference(db))

  test('chaque liste dit ses entrées, et chaque entrée se lit par ses propres champs', async () => {
    await readAs(app.platform.db, staff, async (db) => {
      for (const list of referenceLists) {
        const entries = await list.listEntries(db, today)
        assert.ok(entries.length > 0, list.code)
        for (const { key, content } of entries) {
          for (const [name, { input }] of Object.entries(list.fields)) {
            const parsed = input.safeParse(String(content[name] ?? ''))
            assert.ok(parsed.success, `${list.code} ${key} ${name}`)
            assert.deepEqual(parsed.data ?? null, content[name] ?? null, `${key} ${name}`)
          }
          assert.ok((await list.countUses(db, key)).every(({ count }) => count >= 0))
        }
      }
    })
  })

  test('proposé par l’un, un compte change quand l’autre l’approuve, et garde son histoire', async () => {
    const change = await propose(
      'comptes',
      await revise('comptes', 'logiciels', { code: '2183', isConfirmed: true }),
    )
    assert.equal((await contentOf('comptes', 'logiciels')).code, '', 'rien ne change encore')
    await assert.rejects(approve(change, staff), Forbidden, 'jamais par qui l’a écrit')
    const applied = await approve(change)
    assert.equal(applied.status, 'applied')
    assert.deepEqual(
      [
        (await read('comptes', 'logiciels'))?.source,
        (await contentOf('comptes', 'logiciels')).code,
      ],
      ['Arrêté fictif', '2183'],
    )
    const versions = await readAs(app.platform.db, staff, (db) =>
      listVersionsOf(db, 'comptes', 'logiciels'),
    )
    assert.deepEqual(
      versions.map(({ content, validFrom, validUntil }) => [content.code, validFrom, validUntil]),
      [
        ['2183', today, null],
        ['', '2015-01-01', addDaysTo(today, -1)],
      ],
    )
    const history = await readAs(app.platform.db, staff, (db) =>
      listHistory(db, 'governance.referenceChangeEvent', { referenceChangeId: change.id }),
    )
    assert.deepEqual(
      history.map(({ step, actorId }) => [step, actorId]),
      [
        ['create', staff.id],
        ['approve', commissioner.id],
        ['apply', commissioner.id],
      ],
    )
  })

  test('le chargeur passe de nouveau : ce qui fut changé le reste', async () => {
    await reload()
    assert.equal((await contentOf('comptes', 'logiciels')).code, '2183')
  })

  test('les lignes votées gardent leur intitulé, celles en préparation prennent le nouveau', async () => {
    await approve(
      await propose('comptes', await revise('comptes', 'materiel', { label: 'Équipement' })),
    )
    const rows = await readAs(app.platform.db, system, (db) =>
      db
        .selectFrom('planning.budgetLine as line')
        .innerJoin('planning.account as account', 'account.id', 'line.accountId')
        .select(['line.isVoted', 'line.votedAccountLabel', 'account.label'])
        .where('account.key', '=', 'materiel')
        .execute(),
    )
    assert.ok(rows.some(({ isVoted }) => isVoted) && rows.some(({ isVoted }) => !isVoted))
    for (const { isVoted, votedAccountLabel, label } of rows)
      assert.deepEqual(
        [votedAccountLabel, label],
        [isVoted ? 'Matériel informatique' : null, 'Équipement'],
      )
  })

  test('daté de plus tard, il attend son jour ; l’horloge le met en vigueur', async () => {
    const change = await propose(
      'mecanismes',
      await revise('mecanismes', 'call', { minimumDays: 33 }, 10),
    )
    assert.equal((await approve(change, second)).status, 'approved')
    await applyDueChanges(app.platform, now)
    assert.notEqual((await contentOf('mecanismes', 'call')).minimumDays, 33)
    await applyDueChanges(app.platform, new Date(now.getTime() + 10 * 86_400_000))
    const later = addDaysTo(today, 10)
    const entries = await readAs(app.platform.db, staff, (db) => listEntries(db, mechanisms, later))
    const call = entries.find(({ key }) => key === 'call')
    assert.deepEqual([call?.content.minimumDays, call?.validFrom], [33, later])
  })

  test('un seul changement à la fois, jamais pour le passé, et qui change quelque chose', async () => {
    const check = (proposal: Proposal) =>
      as(staff, (context) => checkProposal(context, accounts, proposal))
    const proposal = await revise('comptes', 'reseaux', { hint: 'Câblage et antennes.' })
    const past = { ...terms, takesEffectOn: addDaysTo(today, -1) }
    assert.match(
      (await check({ ...proposal, terms: past })).takesEffectOn ?? '',
      /pas pour le passé/,
    )
    assert.match((await check(await revise('comptes', 'reseaux', {}))).form ?? '', /Rien ne change/)
    assert.match(
      (await check(await revise('comptes', 'logiciels', { hint: 'x' }))).takesEffectOn ?? '',
      /commence le/,
    )
    assert.match(
      (await check(await revise('comptes', 'reseaux', { isConfirmed: true }))).code ?? '',
      /a un code/,
    )
    await propose('comptes', proposal)
    assert.equal((await check(proposal)).form, alreadyChanging)
    await assert.rejects(propose('comptes', proposal), Conflict)
  })

  test('renvoyé avec son motif, il est repris, puis retiré', async () => {
    const proposal = await revise('comptes', 'formation', { hint: 'Agents et élus.' })
    const change = await propose('comptes', proposal)
    const returned = await as(commissioner, (context) =>
      closeChange(context, change, 'return', 'Citez le texte.'),
    )
    assert.equal(returned.statusReason, 'Citez le texte.')
    const again = await as(second, (context) => resubmitChange(context, returned, proposal))
    assert.deepEqual([again.status, again.proposedBy], ['proposed', second.id])
    await assert.rejects(approve(again, second), Forbidden)
    await as(staff, (context) => closeChange(context, again, 'withdraw', 'Ce n’est plus utile.'))
    const open = await readAs(app.platform.db, staff, (db) => listOpenChanges(db, 'comptes'))
    assert.ok(!open.some(({ id }) => id === change.id))
  })

  test('une nouvelle entrée naît, puis prend fin : les budgets d’après ne la choisissent plus', async () => {
    const content = {
      ...{ label: 'Location de matériel', code: '', hint: '', usualSection: 'running' },
      isConfirmed: false,
    }
    const add = { kind: 'add', key: 'location', label: content.label, content, terms } as const
    await approve(await propose('comptes', add))
    assert.equal((await read('comptes', 'location'))?.validFrom, today)
    const taken = await as(staff, (context) => checkProposal(context, accounts, add))
    assert.match(taken.key ?? '', /déjà pris/)
    const end = { ...add, kind: 'end', content: null } as const
    const later = { ...terms, takesEffectOn: addDaysTo(today, 5) }
    await approve(await propose('comptes', { ...end, terms: later }))
    await applyDueChanges(app.platform, new Date(now.getTime() + 5 * 86_400_000))
    assert.equal((await read('comptes', 'location'))?.validUntil, addDaysTo(today, 4))
  })

  test('les changements d’un jour font une seule version du texte ; ce qui en sort garde son histoire', async () => {
    const numberOf = () =>
      readAs(app.platform.db, staff, async (db) => {
        const { number } = await db
          .selectFrom('collaboration.frameworkVersion')
          .select('number')
          .where('status', '=', 'published')
          .executeTakeFirstOrThrow()
        return number
      })
    assert.equal(await numberOf(), 1)
    const later = { ...terms, takesEffectOn: addDaysTo(today, 3) }
    const training = await contentOf('clauses', 'training')
    const inclusion = { kind: 'end', key: 'inclusion', label: 'Accessibilité' } as const
    for (const proposal of [
      await revise('clauses', 'preambule', { title: 'Convention-cadre, texte revu' }, 3),
      await revise('clauses', 'training', { position: 1 }, 3),
      { ...inclusion, content: null, terms: later },
    ])
      await approve(await propose('clauses', proposal))
    await applyDueChanges(app.platform, new Date(now.getTime() + 3 * 86_400_000))
    assert.equal(await numberOf(), 2)
    const entries = await readAs(app.platform.db, staff, (db) =>
      listEntries(db, getList('clauses'), later.takesEffectOn),
    )
    assert.deepEqual(
      entries.slice(0, 2).map(({ key, label }) => [key, label]),
      [
        ['preambule', 'Convention-cadre, texte revu'],
        ['training', training.title],
      ],
    )
    const gone = entries.find(({ key }) => key === 'inclusion')
    assert.deepEqual(
      [gone?.validUntil, gone?.label],
      [addDaysTo(today, 2), 'Accessibilité et langues'],
    )
    const taken = await as(staff, (context) =>
      checkProposal(context, getList('clauses'), {
        ...inclusion,
        kind: 'add',
        content: training,
        terms: later,
      }),
    )
    assert.match(taken.key ?? '', /déjà pris/)
    const preamble = {
      ...inclusion,
      key: 'preambule',
      content: null,
      terms: { ...terms, takesEffectOn: addDaysTo(today, 9) },
    }
    const refused = await as(staff, (context) =>
      checkProposal(context, getList('clauses'), preamble),
    )
    assert.match(refused.form ?? '', /ne peut pas prendre fin/)
  })

  test('un point de la charte change : une version de plus, celle des projets ouverts reste', async () => {
    await approve(await propose('points', await revise('points', 'objectives', { position: 2 })))
    const { rows } = await readAs(app.platform.db, staff, (db) =>
      sql<{ number: number; projects: number }>`
        select version.number, count(project.id)::int as projects from collaboration.charter_version version
          left join collaboration.project project on project.charter_version_id = version.id
        group by version.number order by version.number`.execute(db),
    )
    assert.deepEqual(
      rows.map(({ number }) => number),
      [1, 2],
    )
    assert.ok((rows[0]?.projects ?? 0) > 0)
    assert.equal(rows[1]?.projects, 0)
    await reload()
    assert.equal((await contentOf('points', 'objectives')).position, 2)
  })

  test('ce qui est proposé ne se réécrit pas pendant la relecture, même en base', async () => {
    const [open] = await readAs(app.platform.db, staff, (db) => listOpenChanges(db, 'comptes'))
    assert.ok(open)
    const rewrite = writeAs(app.platform.db, system, (db) =>
      db
        .updateTable('governance.referenceChange')
        .set({ reason: 'Une autre raison que celle qui fut relue.' })
        .where('id', '=', open.id)
        .execute(),
    )
    await assert.rejects(rewrite, /renvoyée à son auteur/)
  })

  test('hors de l’association, personne ne lit les changements', async () => {
    const outsider = await createDemoActor(app.platform.db, 'glazoue', 'secretary')
    const seen = await readAs(app.platform.db, outsider, (db) => listOpenChanges(db))
    assert.deepEqual(seen, [])
    const [one] = await readAs(app.platform.db, staff, (db) => listOpenChanges(db))
    await assert.rejects(
      readAs(app.platform.db, outsider, (db) => getChange(db, one?.id ?? '')),
      NotFound,
    )
  })
})

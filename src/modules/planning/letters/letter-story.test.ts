import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { organisationId } from '#demo/ids.ts'
import { type Actor, visitor } from '#platform/actor.ts'
import { readAs } from '#platform/database.ts'
import { Conflict, Forbidden, NotFound } from '#platform/errors.ts'
import { startApp, type TestApp } from '#test/app.ts'
import { actOn, createDemoActor } from '#test/factories/calls.ts'
import { moveLetter, publishLines, startLetter } from './letter.actions.ts'
import { findPublishedLetter, getFullLetter, getLetter } from './letter.queries.ts'
import type { Letter } from './letter.schema.ts'
import { hashText } from './letter-text.rules.ts'
import { claimVersion, refreshSections, saveSection } from './save-letter.ts'
import { signLetter, writeSignedText } from './sign-letter.ts'
import { insertCeilings, insertLines } from './write-rows.ts'

const year = 2031
const line = {
  title: 'Relier les arrondissements',
  account: '',
  section: 'investment' as const,
  source: 'fonds propres',
  amount: 8_000_000,
  department: 'Systèmes d’information',
  justification: 'Les actes attendent une semaine le passage du courrier.',
  planActionId: null,
  budgetLineId: null,
}

describe('Une lettre de cadrage, du projet à la rectificative', () => {
  let app: TestApp
  let people: Record<'maire' | 'se' | 'rsi' | 'voisine' | 'ancb', Actor>
  let letter: Letter

  before(async () => {
    app = await startApp()
    const { db } = app.platform
    people = {
      maire: await createDemoActor(db, 'glazoue', 'mayor'),
      se: await createDemoActor(db, 'glazoue', 'secretary'),
      rsi: await createDemoActor(db, 'glazoue', 'itOfficer'),
      voisine: await createDemoActor(db, 'bohicon', 'secretary'),
      ancb: await createDemoActor(db, 'ancb', 'staff'),
    }
  })
  after(() => app.close())

  const as = <T>(actor: Actor, act: Parameters<typeof actOn<T>>[2]) =>
    actOn(app.platform, actor, act)
  const move = (actor: Actor, step: Parameters<typeof moveLetter>[2], more = {}) =>
    as(actor, (context) => moveLetter(context, letter, step, more))
  const sign = (actor: Actor, signed: Letter, means: 'code' | 'paper' = 'code') =>
    as(actor, async (context) => {
      const text = await writeSignedText(context.db, await getFullLetter(context.db, signed.id))
      const proof =
        means === 'code'
          ? { means, destination: '••.01', codeId: 'code' }
          : { means, fileId: signed.id, sha256: 'a'.repeat(64), signatory: 'Le maire en exercice' }
      return signLetter(context, signed, hashText(text), proof)
    })

  test('le RSI ouvre un projet, rédigé depuis le modèle ; la voisine et l’association n’en voient rien', async () => {
    letter = await as(people.rsi, (context) => startLetter(context, year))
    assert.match(letter.reference, /^LDC-2031-\d{4}$/)
    const full = await as(people.rsi, ({ db }) => getFullLetter(db, letter.id))
    assert.equal(full.sections.length, 6)
    assert.match(full.sections[0]?.body ?? '', /budget 2031 de la commune de Glazoué/)
    assert.equal(full.dates.find(({ title }) => title.startsWith('Débat'))?.dueOn, '2030-08-15')
    for (const stranger of [people.voisine, people.ancb])
      await assert.rejects(
        as(stranger, ({ db }) => getLetter(db, letter.id)),
        NotFound,
      )
  })

  test('elle ne se soumet pas sans plafond ni justification, ni au-delà d’un plafond', async () => {
    await assert.rejects(move(people.rsi, 'submit'), /Complétez d’abord la lettre/)
    await as(people.rsi, async (context) => {
      const { db } = context
      await db.deleteFrom('planning.letterLine').where('letterId', '=', letter.id).execute()
      await db.deleteFrom('planning.letterCeiling').where('letterId', '=', letter.id).execute()
      await insertLines(db, letter, [line])
      const ceiling = { department: line.department, running: null, note: '' }
      await insertCeilings(db, letter, [{ ...ceiling, investment: 5_000_000 }])
    })
    await assert.rejects(move(people.rsi, 'submit'), /dépassent le plafond/)
    await as(people.rsi, ({ db }) =>
      db
        .updateTable('planning.letterCeiling')
        .set({ investment: 20_000_000 })
        .where('letterId', '=', letter.id)
        .execute(),
    )
  })

  test('ce que Cauri a écrit suit les chiffres ; ce qu’une personne a écrit reste', async () => {
    await as(people.rsi, async (context) => {
      const { sections } = await getFullLetter(context.db, letter.id)
      const context0 = sections.find(({ key }) => key === 'context')
      const edit = { title: 'Le contexte', body: 'Nos mots.', version: context0?.version ?? 0 }
      assert.equal(await saveSection(context, letter, 'context', edit), true)
      assert.equal(await saveSection(context, letter, 'context', edit), false)
      await refreshSections(context, letter)
    })
    const read = async () =>
      new Map(
        (await as(people.rsi, ({ db }) => getFullLetter(db, letter.id))).sections.map(
          ({ key, body }) => [key, body],
        ),
      )
    assert.equal((await read()).get('context'), 'Nos mots.')
    assert.match((await read()).get('digital') ?? '', /nomme 1 ligne numérique, pour 8\s000\s000/)
    await as(people.rsi, (context) => refreshSections(context, letter, ['context']))
    assert.match((await read()).get('context') ?? '', /fixe, avec le conseil de supervision/)
  })

  test('deux personnes enregistrent la même version : la seconde est avertie', async () => {
    const { version } = await as(people.rsi, ({ db }) => getLetter(db, letter.id))
    const saves = [0, 1].map(() =>
      as(people.rsi, (context) => claimVersion(context, letter, version)),
    )
    assert.deepEqual((await Promise.all(saves)).sort(), [false, true])
  })

  test('soumise, elle ne change plus, ni par la base', async () => {
    await move(people.rsi, 'submit')
    await assert.rejects(
      as(people.rsi, ({ db }) => insertLines(db, letter, [line])),
      /ne se modifie plus/,
    )
  })

  test('le RSI ne signe pas ; le secrétaire exécutif seulement par délégation ; le maire signe', async () => {
    await assert.rejects(sign(people.rsi, letter), Forbidden)
    await assert.rejects(sign(people.se, letter), /Le maire signe/)
    letter = await sign(people.maire, letter)
    assert.equal(letter.status, 'signed')
    const { signature } = await as(people.ancb, ({ db }) => getFullLetter(db, letter.id))
    assert.equal(signature?.personRole, 'Maire')
    const own = await as(people.se, ({ db }) => getFullLetter(db, letter.id))
    assert.equal(hashText(own.signature?.signedText ?? ''), own.signature?.documentSha256)
  })

  test('signée, rien n’en change, pas même sa preuve', async () => {
    const writes = [
      (db: TestApp['platform']['db']) =>
        db.updateTable('planning.letterLine').set({ amount: 1 }).where('letterId', '=', letter.id),
      (db: TestApp['platform']['db']) =>
        db
          .updateTable('planning.letterSection')
          .set({ body: 'x' })
          .where('letterId', '=', letter.id),
      (db: TestApp['platform']['db']) =>
        db.updateTable('planning.letter').set({ signatory: 'x' }).where('id', '=', letter.id),
      (db: TestApp['platform']['db']) =>
        db
          .updateTable('planning.letterSignature')
          .set({ signedText: 'x' })
          .where('letterId', '=', letter.id),
    ]
    for (const write of writes)
      await assert.rejects(as(people.maire, ({ db }) => write(db).execute()))
  })

  test('une seconde lettre de l’année ne s’ouvre pas ; ses lignes ne paraissent que si la commune le choisit', async () => {
    await assert.rejects(
      as(people.rsi, (context) => startLetter(context, year)),
      Conflict,
    )
    await move(people.se, 'transmit')
    const shown = () =>
      readAs(app.platform.db, visitor, (db) => findPublishedLetter(db, organisationId('glazoue')))
    assert.notEqual((await shown())?.id, letter.id)
    await as(people.se, (context) => publishLines(context, letter, true))
    assert.equal((await shown())?.id, letter.id)
  })

  test('une rectificative reprend le texte, et remplace une fois signée à la main', async () => {
    const corrective = await as(people.rsi, async (context) =>
      startLetter(context, year, await getFullLetter(context.db, letter.id)),
    )
    assert.equal(corrective.number, 2)
    const copied = await as(people.rsi, ({ db }) => getFullLetter(db, corrective.id))
    assert.equal(copied.lines[0]?.amount, 8_000_000)
    const former = letter
    letter = corrective
    await move(people.rsi, 'submit')
    letter = await sign(people.se, corrective, 'paper')
    assert.equal(letter.status, 'signed')
    const replaced = await as(people.se, ({ db }) => getLetter(db, former.id))
    assert.equal(replaced.status, 'superseded')
    assert.match(replaced.statusReason ?? '', new RegExp(letter.reference))
    const uptake = await readAs(app.platform.db, visitor, (db) =>
      db
        .selectFrom('planning.letterUptake')
        .selectAll()
        .where('communeId', '=', organisationId('glazoue'))
        .where('year', '=', year)
        .execute(),
    )
    assert.deepEqual(
      uptake.map(({ letterId, lineCount }) => [letterId, lineCount]),
      [[letter.id, 1]],
    )
  })
})

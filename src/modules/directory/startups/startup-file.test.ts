/** A company from its first form to its place in the directory, on a real database. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { listOrganisationNames } from '#modules/identity/index.ts'
import { type Actor, system, visitor } from '#platform/actor.ts'
import { writeAs } from '#platform/database.ts'
import { Conflict, Forbidden } from '#platform/errors.ts'
import type { Platform } from '#platform/web.ts'
import { type TestDatabase, useDatabase } from '#test/database.ts'
import { join } from '#test/factories/acting.ts'
import { listStartupEvents } from '../verification/file-event.queries.ts'
import { association, createAnswers, label, Story } from '../verification/verification.factory.ts'
import { startupTasks } from '../verification/verification.tasks.ts'
import { moveStartup, registerStartup, saveStartup } from './startup.actions.ts'
import { findStartup, getStartup } from './startup.queries.ts'
import { profileNames, type Registration, type Startup } from './startup.schema.ts'
import { watchLabels } from './watch-labels.ts'

const reason = 'Le numéro RCCM ne correspond pas au registre.'

let database: TestDatabase
let story: Story
let founder: Actor
let staff: Actor
let startup: Startup

before(async () => {
  database = await useDatabase()
  story = new Story(database.db)
  founder = await story.meet('Fondatrice')
  staff = await story.meet('Secrétariat', { organisation: association, role: 'staff' })
})
after(() => database.close())

describe('Une startup', () => {
  test('s’inscrit : elle existe, et sa fondatrice agit en son nom', async () => {
    const registered = await register(founder, createAnswers())
    assert.notEqual(registered, 'ifuTaken')
    startup = registered as Startup
    assert.equal(startup.slug, 'doba-numerique')
    assert.equal(startup.status, 'draft')
    const organisation = { id: startup.id, kind: 'startup', name: startup.name } as const
    founder = { ...founder, organisation, role: 'manager' }
    assert.equal(await story.see(visitor, (db) => findStartup(db, startup.id)), undefined)
  })

  test('ne s’inscrit pas deux fois, même par quelqu’un qui ne voit pas la première', async () => {
    const other = await story.meet('Autre personne')
    assert.equal(await register(other, createAnswers({ name: 'Autre nom' })), 'ifuTaken')
  })

  test('trouve sa propre adresse quand son nom est déjà pris', async () => {
    const other = await story.meet('Homonyme')
    const twin = await register(other, createAnswers({ ifu: '3202499999999' }))
    assert.match((twin as Startup).slug, /^doba-numerique-[0-9a-f]{6}$/)
  })

  test('voit le label qu’elle annonce compter trois ans', async () => {
    startup = await save(createAnswers(label))
    assert.equal(startup.labelExpiresOn, '2027-02-20')
  })

  test('n’écrase pas ce qu’une collègue vient d’enregistrer', async () => {
    const late = { ...createAnswers({ name: 'Doba' }), version: startup.version - 1 }
    const outcome = await story.act(founder, (context) =>
      saveStartup(context, startup, late, profileNames),
    )
    assert.equal(outcome, 'outdated')
  })

  test('ne soumet pas un dossier incomplet', async () => {
    const incomplete = { ...startup, presentation: 'Trop court' }
    const submission = story.act(founder, (context) => moveStartup(context, incomplete, 'submit'))
    await assert.rejects(submission, Conflict)
  })

  test('soumet son dossier : l’association est prévenue', async () => {
    startup = await story.act(founder, (context) => moveStartup(context, startup, 'submit'))
    assert.equal(startup.status, 'submitted')
    const [message] = await story.listMessages(staff)
    assert.match(message?.subject ?? '', /À vérifier : Doba Numérique/)
    const [task] = await story.see(staff, (db) => startupTasks(db, staff, story.now))
    assert.equal(task?.title, '1 dossier à vérifier')
  })
})

describe('L’association', () => {
  test('demande des corrections avec un motif, que la startup reçoit', async () => {
    await assert.rejects(decide('requestEdits', 'Trop court'), Conflict)
    startup = await decide('requestEdits', reason)
    assert.equal(startup.statusReason, reason)
    const [message] = await story.listMessages(founder)
    assert.ok(message?.body.includes(reason))
    const tasks = await story.see(founder, (db) => startupTasks(db, founder, story.now))
    assert.ok(tasks.some(({ text }) => text === reason))
  })

  test('ne décide pas d’un dossier qui a changé depuis qu’elle l’a lu', async () => {
    const read = startup
    startup = await save(createAnswers({ ...label, rccm: 'RB/COT/24 B 12346' }))
    startup = await story.act(founder, (context) => moveStartup(context, startup, 'resubmit'))
    const late = story.act(staff, (context) =>
      moveStartup(context, startup, 'verify', { version: read.version, reason }),
    )
    await assert.rejects(late, Conflict)
    const { status } = await story.see(staff, (db) => getStartup(db, startup.id))
    assert.equal(status, 'submitted')
  })

  test('ne vérifie pas la startup par quelqu’un qui en est membre', async () => {
    const both = await story.meet('Juge et partie', { organisation: association, role: 'staff' })
    const organisation = { id: startup.id, kind: 'startup', name: startup.name } as const
    await writeAs(database.db, system, (db) =>
      join(db, both.id ?? '', { organisation, role: 'member' }),
    )
    const decision = story.act(both, (context) => moveStartup(context, startup, 'verify'))
    await assert.rejects(decision, Conflict)
  })

  test('ne laisse pas la startup se vérifier elle-même', async () => {
    const decision = story.act(founder, (context) => moveStartup(context, startup, 'verify'))
    await assert.rejects(decision, Forbidden)
  })

  test('vérifie la startup : tout le monde la voit, et l’histoire est entière', async () => {
    startup = await decide('verify', 'Points contrôlés : registre du commerce.')
    assert.equal(startup.statusReason, null)
    const seen = await story.see(visitor, (db) => findStartup(db, startup.id))
    assert.equal(seen?.status, 'verified')
    const events = await story.see(staff, (db) => listStartupEvents(db, startup.id))
    const steps = events.map(({ step }) => step).reverse()
    assert.deepEqual(steps, ['create', 'submit', 'requestEdits', 'resubmit', 'verify'])
  })

  test('apprend ce qui change dans une fiche vérifiée', async () => {
    startup = await save(createAnswers({ ...label, rccm: startup.rccm, address: 'Akpakpa' }))
    const [event] = await story.see(staff, (db) => listStartupEvents(db, startup.id))
    assert.equal(event?.step, 'revise')
    assert.match(event?.reason ?? '', /Adresse : Ganhi → Akpakpa/)
    const [message] = await story.listMessages(staff)
    assert.match(message?.body ?? '', /Adresse : Ganhi → Akpakpa/)
  })
})

describe('Une startup qui change de nom', () => {
  test('le garde partout, sans changer d’adresse', async () => {
    const { slug, rccm } = startup
    startup = await save(createAnswers({ ...label, rccm, address: 'Akpakpa', name: 'Doba SA' }))
    assert.equal(startup.slug, slug)
    const names = await story.see(staff, (db) => listOrganisationNames(db, [startup.id]))
    assert.equal(names.get(startup.id), 'Doba SA')
  })
})

describe('Un label qui se termine', () => {
  const countReminders = async () =>
    (await story.listMessages(founder)).filter(({ subject }) => subject.includes('label')).length

  test('est rappelé une fois à chaque échéance, même si la tâche passe plusieurs fois', async () => {
    const platform = { db: database.db } as Platform
    await watchLabels(platform, new Date('2026-11-20T06:00:00Z'))
    assert.equal(await countReminders(), 0)
    for (const day of ['2026-11-22', '2026-11-23', '2027-01-21', '2027-01-22', '2027-02-20'])
      await watchLabels(platform, new Date(`${day}T06:00:00Z`))
    assert.equal(await countReminders(), 3)
  })
})

/** As the form does, keeps nothing of a registration that is refused. */
async function register(person: Actor, answers: Registration): Promise<Startup | 'ifuTaken'> {
  let outcome: Startup | 'ifuTaken' = 'ifuTaken'
  const refused = new Error('refused')
  await story
    .act(person, async (context) => {
      outcome = await registerStartup(context, answers)
      if (outcome === 'ifuTaken') throw refused
    })
    .catch((error) => assert.equal(error, refused))
  return outcome
}

async function save(answers: Registration): Promise<Startup> {
  const { version } = startup
  const saved = await story.act(founder, (context) =>
    saveStartup(context, startup, { ...answers, version }, profileNames),
  )
  return saved as Startup
}

function decide(step: 'verify' | 'requestEdits', words: string): Promise<Startup> {
  const { version } = startup
  return story.act(staff, (context) =>
    moveStartup(context, startup, step, { reason: words, version }),
  )
}

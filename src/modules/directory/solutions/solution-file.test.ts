/** A solution from its name to the catalogue, and out of it again, on a real database. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Actor, visitor } from '#platform/actor.ts'
import { Conflict, NotFound } from '#platform/errors.ts'
import { createId } from '#platform/id.ts'
import { type TestDatabase, useDatabase } from '#test/database.ts'
import { moveStartup, registerStartup } from '../startups/startup.actions.ts'
import type { Startup } from '../startups/startup.schema.ts'
import { listSolutionEvents } from '../verification/file-event.queries.ts'
import {
  association,
  completeSections,
  createAnswers,
  createScreenshot,
  Story,
} from '../verification/verification.factory.ts'
import { type Section, sections } from './sections/section.schema.ts'
import { createSolution, moveSolution, saveSection } from './solution.actions.ts'
import { getSolution } from './solution.queries.ts'
import type { Solution } from './solution.schema.ts'
import { addFile, moveFile, removeFile, renameFile } from './solution-file.actions.ts'
import { listSolutionFiles } from './solution-file.queries.ts'

let database: TestDatabase
let story: Story
let manager: Actor
let staff: Actor
let startup: Startup
let solution: Solution

before(async () => {
  database = await useDatabase()
  story = new Story(database.db)
  staff = await story.meet('Secrétariat', { organisation: association, role: 'staff' })
  const founder = await story.meet('Fondatrice')
  startup = (await story.act(founder, (context) =>
    registerStartup(context, createAnswers()),
  )) as Startup
  const organisation = { id: startup.id, kind: 'startup', name: startup.name } as const
  manager = { ...founder, organisation, role: 'manager' }
  startup = await story.act(manager, (context) => moveStartup(context, startup, 'submit'))
})
after(() => database.close())

describe('Une solution', () => {
  test('commence par son nom, et se remplit section par section', async () => {
    solution = await story.act(manager, (context) =>
      createSolution(context, startup.id, 'Doba Marchés'),
    )
    const early = story.act(manager, (context) => moveSolution(context, solution, 'submit'))
    await assert.rejects(early, Conflict)
    for (const section of sections) solution = await save(section, completeSections[section])
    assert.equal(solution.priceYearly, 600_000)
    assert.equal(await countEntries(), 0)
  })

  test('garde ses fichiers privés tant qu’elle n’est pas vérifiée, six au plus', async () => {
    await story.act(manager, async (context) => {
      for (let count = 1; count <= 6; count++)
        assert.equal(await addFile(context, solution, createScreenshot(count)), 'added')
      assert.equal(await addFile(context, solution, createScreenshot(7)), 'full')
    })
    assert.equal(await countPublicFiles(), 0)
  })

  test('n’est pas vérifiée avant sa startup', async () => {
    await refresh()
    await story.act(manager, (context) => moveSolution(context, solution, 'submit'))
    await assert.rejects(decide('verify', 'Points contrôlés : démonstration.'), Conflict)
    startup = await story.act(staff, (context) => moveStartup(context, startup, 'verify'))
    assert.equal(await countEntries(), 0)
  })

  test('n’est plus modifiée pendant que l’association la lit', async () => {
    const edit = story.act(manager, (context) => addFile(context, solution, createScreenshot(8)))
    await assert.rejects(edit, Conflict)
    const outcome = await story.act(manager, (context) =>
      saveSection(context, solution, 'prix', { version: solution.version, priceYearly: 1 }),
    )
    assert.equal(outcome, 'outdated')
  })

  test('vérifiée, paraît au catalogue avec ses fichiers', async () => {
    solution = await decide('verify', 'Points contrôlés : démonstration.')
    assert.equal(await countEntries(), 1)
    assert.equal(await countPublicFiles(), 6)
  })

  test('ne change plus sans que ce soit écrit, prix avant et après', async () => {
    solution = await save('prix', { priceYearly: 750_000 })
    const [event] = await listEvents()
    assert.match(event?.reason ?? '', /Prix par an : 600.000.FCFA → 750.000.FCFA/)
    const [message] = await story.listMessages(staff)
    assert.match(message?.body ?? '', /750.000.FCFA/)
    const entry = await database.db
      .selectFrom('directory.catalogueEntry')
      .select('priceYearly')
      .executeTakeFirst()
    assert.equal(entry?.priceYearly, 750_000)
  })

  test('n’écrit rien quand rien n’a changé', async () => {
    const before = await listEvents()
    const { version } = solution
    solution = await save('prix', { priceYearly: 750_000 })
    assert.equal(solution.version, version)
    assert.equal((await listEvents()).length, before.length)
  })

  test('quitte le catalogue avec sa startup suspendue, et y revient avec elle', async () => {
    await decideStartup('suspend', 'Le label présenté n’est pas authentique.')
    assert.equal(await countEntries(), 0)
    assert.equal(await countPublicFiles(), 0)
    await decideStartup('reinstate', 'La décision authentique a été produite.')
    assert.equal(await countEntries(), 1)
    assert.equal(await countPublicFiles(), 6)
  })

  test('change l’ordre de ses fichiers, et dit ceux qu’elle retire', async () => {
    const [first] = await listFiles()
    const { fileId } = first as { fileId: string }
    await story.act(manager, (context) => moveFile(context, solution, fileId, 'down'))
    assert.equal((await listFiles())[1]?.fileId, fileId)
    await story.act(manager, (context) => removeFile(context, solution, fileId))
    assert.equal((await listEvents())[0]?.reason, 'Fichier retiré : Écran numéro 1 de la tournée')
    assert.equal(await countPublicFiles(), 5)
  })

  test('corrige une légende, et le dit', async () => {
    const [file] = await listFiles()
    const { fileId, caption } = file as { fileId: string; caption: string }
    const edit = (words: string) =>
      story.act(manager, (context) => renameFile(context, solution, fileId, words))
    const { length } = await listEvents()
    await edit(caption)
    assert.equal((await listEvents()).length, length, 'rien n’a changé')
    await edit('La tournée du mardi, carte et liste')
    assert.equal((await listFiles())[0]?.caption, 'La tournée du mardi, carte et liste')
    const reason = `Légende : ${caption} → La tournée du mardi, carte et liste`
    assert.equal((await listEvents())[0]?.reason, reason)
  })

  test('suspendue, n’est plus publique ; corrigée, l’association en est prévenue', async () => {
    await refresh()
    const reason = 'La démonstration ne correspond pas à la fiche.'
    solution = await decide('suspend', reason)
    assert.equal(await countEntries(), 0)
    solution = await save('presentation', { name: 'Doba Marchés 2' })
    const stored = await story.see(manager, (db) => getSolution(db, solution.id))
    assert.equal(stored.statusReason, reason)
    assert.equal((await listEvents())[0]?.step, 'amend')
    const [message] = await story.listMessages(staff)
    assert.match(message?.subject ?? '', /Modifié pendant la suspension/)
  })

  test('reste invisible à une autre startup et au public tant qu’elle n’est pas vérifiée', async () => {
    const organisation = { id: createId(), kind: 'startup', name: 'Rivale' } as const
    const rival = await story.meet('Rivale', { organisation, role: 'manager' })
    for (const reader of [rival, visitor])
      await assert.rejects(
        story.see(reader, (db) => getSolution(db, solution.id)),
        NotFound,
      )
  })
})

async function save(section: Section, answers: Partial<Solution>): Promise<Solution> {
  const { version } = solution
  const saved = await story.act(manager, (context) =>
    saveSection(context, solution, section, { ...answers, version }),
  )
  assert.notEqual(saved, 'outdated')
  return saved as Solution
}

async function refresh(): Promise<void> {
  solution = await story.see(staff, (db) => getSolution(db, solution.id))
}

function decide(step: 'verify' | 'suspend', reason: string): Promise<Solution> {
  const { version } = solution
  return story.act(staff, (context) => moveSolution(context, solution, step, { reason, version }))
}

async function decideStartup(step: 'suspend' | 'reinstate', reason: string): Promise<void> {
  startup = await story.act(staff, (context) => moveStartup(context, startup, step, { reason }))
}

function listEvents() {
  return story.see(manager, (db) => listSolutionEvents(db, solution.id))
}

function listFiles() {
  return story.see(manager, (db) => listSolutionFiles(db, solution.id))
}

async function countPublicFiles(): Promise<number> {
  return (await story.see(visitor, (db) => listSolutionFiles(db, solution.id))).length
}

async function countEntries(): Promise<number> {
  const rows = await database.db.selectFrom('directory.catalogueEntry').select('slug').execute()
  return rows.length
}

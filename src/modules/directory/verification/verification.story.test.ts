/** From a company's first form to its place in the catalogue, and out of it again, on a real database. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Actor, system, visitor } from '#platform/actor.ts'
import { type Db, readAs, writeAs } from '#platform/database.ts'
import { Conflict, Forbidden, NotFound } from '#platform/errors.ts'
import type { Context, Platform, Upload } from '#platform/web.ts'
import communes from '#reference/communes.json' with { type: 'json' }
import { associationId, associationName } from '#reference/load-reference.ts'
import { type TestDatabase, useDatabase } from '#test/database.ts'
import { actAs, createActor, join } from '#test/factories/acting.ts'
import type { Section } from '../solutions/sections/section.schema.ts'
import { createSolution, moveSolution, saveSection } from '../solutions/solution.actions.ts'
import { getSolution } from '../solutions/solution.queries.ts'
import type { Solution } from '../solutions/solution.schema.ts'
import { addFile, removeFile } from '../solutions/solution-file.actions.ts'
import { listSolutionFiles } from '../solutions/solution-file.queries.ts'
import { moveStartup, registerStartup, saveStartup } from '../startups/startup.actions.ts'
import { findStartup, getStartup } from '../startups/startup.queries.ts'
import { profileNames, Registration, type Startup } from '../startups/startup.schema.ts'
import { watchLabels } from '../startups/watch-labels.ts'
import { listSolutionEvents, listStartupEvents } from './file-event.queries.ts'
import { startupTasks } from './verification.tasks.ts'

let now = new Date('2026-11-23T09:00:00Z')
const reason = 'Le numéro RCCM ne correspond pas au registre.'

let database: TestDatabase
let founder: Actor
let staff: Actor
let startup: Startup

/** Each act is a minute after the last: histories are told in order. */
const act = <T>(actor: Actor, work: (context: Context) => Promise<T>) => {
  now = new Date(now.getTime() + 60_000)
  return actAs(database.db, actor, now, work)
}
const see = <T>(actor: Actor, work: (db: Db) => Promise<T>) => readAs(database.db, actor, work)

const label = {
  labelNumber: 'LS-2026-001',
  labelIssuedOn: '2024-02-20',
  labelFile: {
    name: 'label.pdf',
    sha256: 'f'.repeat(64),
    sizeBytes: 4000,
    mediaType: 'application/pdf',
  },
}

function answers(given: object = {}): Registration {
  return Registration.parse({
    name: 'Doba Numérique',
    legalForm: 'sarl',
    ifu: '3202412345678',
    rccm: 'RB/COT/24 B 12345',
    phone: '0197000001',
    email: 'contact@doba.example',
    communeId: communes.rows[0]?.id,
    address: 'Ganhi',
    domains: ['markets'],
    presentation:
      'Nous mettons les marchés des communes en ligne : places, tickets, encaissements, avec et sans réseau.',
    foundedOn: '2022-01-10',
    ...given,
  })
}

before(async () => {
  database = await useDatabase()
  const organisation = { id: associationId, kind: 'association', name: associationName } as const
  await writeAs(database.db, system, async (db) => {
    founder = await createActor(db, 'Fondatrice')
    staff = await createActor(db, 'Secrétariat', { organisation, role: 'staff' })
  })
})
after(() => database.close())

describe('Une startup', () => {
  test('s’inscrit : elle existe, et sa fondatrice agit en son nom', async () => {
    startup = await act(founder, async (context) => {
      const registered = await registerStartup(context, answers())
      assert.notEqual(registered, 'ifuTaken')
      return registered as Startup
    })
    assert.equal(startup.slug, 'doba-numerique')
    assert.equal(startup.status, 'draft')
    const organisation = { id: startup.id, kind: 'startup', name: startup.name } as const
    founder = { ...founder, organisation, role: 'manager' }
    assert.equal(await see(visitor, (db) => findStartup(db, startup.id)), undefined)
  })

  test('ne s’inscrit pas deux fois, même par quelqu’un qui ne voit pas la première', async () => {
    const other = await writeAs(database.db, system, (db) => createActor(db, 'Autre personne'))
    const refused = await act(other, async (context) => {
      const outcome = await registerStartup(context, answers({ name: 'Autre nom' }))
      assert.equal(outcome, 'ifuTaken')
      throw new Undo()
    }).catch(ignoreUndo)
    assert.equal(refused, undefined)
  })

  test('trouve sa propre adresse quand son nom est déjà pris', async () => {
    const other = await writeAs(database.db, system, (db) => createActor(db, 'Homonyme'))
    const twin = await act(other, (context) =>
      registerStartup(context, answers({ ifu: '3202499999999' })),
    )
    assert.match((twin as Startup).slug, /^doba-numerique-[0-9a-f]{6}$/)
  })

  test('voit le label qu’elle annonce compter trois ans', async () => {
    const edit = answers(label)
    const saved = await act(founder, (context) =>
      saveStartup(context, startup, { ...edit, version: startup.version }, profileNames),
    )
    startup = saved as Startup
    assert.equal(startup.labelExpiresOn, '2027-02-20')
  })

  test('n’écrase pas ce qu’une collègue vient d’enregistrer', async () => {
    const late = { ...answers({ name: 'Doba' }), version: startup.version - 1 }
    const outcome = await act(founder, (context) =>
      saveStartup(context, startup, late, profileNames),
    )
    assert.equal(outcome, 'outdated')
  })

  test('ne soumet pas un dossier incomplet', async () => {
    const bare = answers({ presentation: '', phone: '', email: '', domains: [] })
    await assert.rejects(
      act(founder, async (context) => {
        const saved = (await saveStartup(
          context,
          startup,
          { ...bare, version: startup.version },
          profileNames,
        )) as Startup
        await moveStartup(context, saved, 'submit')
      }),
      Conflict,
    )
  })

  test('soumet son dossier : l’association est prévenue', async () => {
    startup = await act(founder, (context) => moveStartup(context, startup, 'submit'))
    assert.equal(startup.status, 'submitted')
    const [message] = await listMessages(staff)
    assert.match(message?.subject ?? '', /À vérifier : Doba Numérique/)
    const [task] = await see(staff, (db) => startupTasks(db, staff, now))
    assert.equal(task?.title, '1 dossier à vérifier')
  })
})

describe('L’association', () => {
  test('demande des corrections avec un motif, que la startup reçoit', async () => {
    await assert.rejects(decide('requestEdits', 'Trop court'), Conflict)
    startup = await decide('requestEdits', reason)
    assert.equal(startup.statusReason, reason)
    const [message] = await listMessages(founder)
    assert.ok(message?.body.includes(reason))
    const tasks = await see(founder, (db) => startupTasks(db, founder, now))
    assert.ok(tasks.some(({ text }) => text === reason))
  })

  test('ne décide pas d’un dossier qui a changé depuis qu’elle l’a lu', async () => {
    const read = startup
    startup = await act(founder, async (context) => {
      const fixed = { ...answers({ ...label, rccm: 'RB/COT/24 B 12346' }), version: read.version }
      const saved = (await saveStartup(context, read, fixed, profileNames)) as Startup
      return moveStartup(context, saved, 'resubmit')
    })
    await assert.rejects(
      act(staff, (context) =>
        moveStartup(context, startup, 'verify', { version: read.version, reason }),
      ),
      Conflict,
    )
    assert.equal((await see(staff, (db) => getStartup(db, startup.id))).status, 'submitted')
  })

  test('ne vérifie pas la startup par quelqu’un qui en est membre', async () => {
    const organisation = { id: startup.id, kind: 'startup', name: startup.name } as const
    const judge = await writeAs(database.db, system, async (db) => {
      const association = { id: associationId, kind: 'association', name: associationName } as const
      const both = await createActor(db, 'Juge et partie', {
        organisation: association,
        role: 'staff',
      })
      await join(db, both.id ?? '', { organisation, role: 'member' })
      return both
    })
    await assert.rejects(
      act(judge, (context) => moveStartup(context, startup, 'verify', { reason })),
      Conflict,
    )
  })

  test('ne laisse pas la startup se vérifier elle-même', async () => {
    await assert.rejects(
      act(founder, (context) => moveStartup(context, startup, 'verify', { reason })),
      Forbidden,
    )
  })

  test('vérifie la startup : tout le monde la voit, et l’histoire est entière', async () => {
    startup = await decide('verify', 'Points contrôlés : registre du commerce.')
    assert.equal(startup.statusReason, null)
    assert.equal((await see(visitor, (db) => findStartup(db, startup.id)))?.status, 'verified')
    const events = await see(staff, (db) => listStartupEvents(db, startup.id))
    const steps = events.map(({ step }) => step).reverse()
    assert.deepEqual(steps, ['create', 'submit', 'requestEdits', 'resubmit', 'verify'])
  })

  test('apprend ce qui change dans une fiche vérifiée', async () => {
    const edit = { ...answers({ ...label, rccm: 'RB/COT/24 B 12346', address: 'Akpakpa' }) }
    startup = (await act(founder, (context) =>
      saveStartup(context, startup, { ...edit, version: startup.version }, profileNames),
    )) as Startup
    const [event] = await see(staff, (db) => listStartupEvents(db, startup.id))
    assert.equal(event?.step, 'revise')
    assert.match(event?.reason ?? '', /Adresse : Ganhi → Akpakpa/)
    const [message] = await listMessages(staff)
    assert.match(message?.body ?? '', /Adresse : Ganhi → Akpakpa/)
  })
})

describe('Une solution', () => {
  let solution: Solution

  test('commence par son nom, et se remplit section par section', async () => {
    solution = await act(founder, (context) => createSolution(context, startup.id, 'Doba Marchés'))
    solution = await act(founder, (context) => fillSections(context, solution))
    assert.equal(solution.priceYearly, 600_000)
    assert.equal(await countEntries(), 0)
  })

  test('garde ses fichiers privés tant qu’elle n’est pas vérifiée', async () => {
    await act(founder, async (context) => {
      for (let count = 1; count <= 6; count++)
        assert.equal(await addFile(context, solution, screenshot(count)), 'added')
      assert.equal(await addFile(context, solution, screenshot(7)), 'full')
    })
    assert.equal((await see(visitor, (db) => listSolutionFiles(db, solution.id))).length, 0)
  })

  test('est soumise, vérifiée, puis paraît au catalogue avec ses fichiers', async () => {
    await act(founder, (context) => moveSolution(context, solution, 'submit'))
    solution = await act(staff, (context) =>
      moveSolution(context, solution, 'verify', { reason: 'Points contrôlés : démonstration.' }),
    )
    assert.equal(await countEntries(), 1)
    assert.equal((await see(visitor, (db) => listSolutionFiles(db, solution.id))).length, 6)
  })

  test('ne change plus sans que ce soit écrit, prix avant et après', async () => {
    solution = (await act(founder, (context) =>
      saveSection(context, solution, 'prix', {
        version: solution.version,
        priceYearly: 750_000,
      }),
    )) as Solution
    const [event] = await see(founder, (db) => listSolutionEvents(db, solution.id))
    assert.match(event?.reason ?? '', /Prix par an : 600.000.FCFA → 750.000.FCFA/)
    const entry = await database.db
      .selectFrom('directory.catalogueEntry')
      .select('priceYearly')
      .executeTakeFirst()
    assert.equal(entry?.priceYearly, 750_000)
  })

  test('n’écrit rien quand rien n’a changé', async () => {
    const before = await see(founder, (db) => listSolutionEvents(db, solution.id))
    await act(founder, (context) =>
      saveSection(context, solution, 'prix', { version: solution.version, priceYearly: 750_000 }),
    )
    const after = await see(founder, (db) => listSolutionEvents(db, solution.id))
    assert.equal(after.length, before.length)
  })

  test('quitte le catalogue avec sa startup suspendue, et y revient avec elle', async () => {
    startup = await decide('suspend', 'Le label présenté n’est pas authentique.')
    assert.equal(await countEntries(), 0)
    assert.equal((await see(visitor, (db) => listSolutionFiles(db, solution.id))).length, 0)
    startup = await decide('reinstate', 'La décision authentique a été produite.')
    assert.equal(await countEntries(), 1)
    assert.equal((await see(visitor, (db) => listSolutionFiles(db, solution.id))).length, 6)
  })

  test('perd un fichier retiré, et le dit', async () => {
    const [file] = await see(founder, (db) => listSolutionFiles(db, solution.id))
    await act(founder, (context) => removeFile(context, solution, file?.fileId ?? ''))
    const [event] = await see(founder, (db) => listSolutionEvents(db, solution.id))
    assert.equal(event?.reason, 'Fichier retiré : Écran numéro 1 de la tournée')
  })

  test('reste invisible à une autre startup tant qu’elle n’est pas publique', async () => {
    const draft = await act(founder, (context) => createSolution(context, startup.id, 'Secret'))
    const organisation = { id: startup.id.replace(/^.{8}/, 'ffffffff'), kind: 'startup' } as const
    const rival = await writeAs(database.db, system, (db) =>
      createActor(db, 'Rivale', {
        organisation: { ...organisation, name: 'Rivale' },
        role: 'manager',
      }),
    )
    await assert.rejects(
      see(rival, (db) => getSolution(db, draft.id)),
      NotFound,
    )
  })
})

describe('Un label qui se termine', () => {
  const reminders = async () =>
    (await listMessages(founder)).filter(({ subject }) => subject.includes('label')).length

  test('est rappelé une fois à chaque échéance, même si la tâche passe plusieurs fois', async () => {
    const platform = { db: database.db } as Platform
    await watchLabels(platform, new Date('2026-11-20T06:00:00Z'))
    assert.equal(await reminders(), 0)
    for (const day of ['2026-11-22', '2026-11-23', '2027-01-21', '2027-01-22', '2027-02-20'])
      await watchLabels(platform, new Date(`${day}T06:00:00Z`))
    assert.equal(await reminders(), 3)
  })
})

/** Takes a decision of the association on the startup. */
function decide(step: 'verify' | 'requestEdits' | 'suspend' | 'reinstate', words: string) {
  return act(staff, (context) =>
    moveStartup(context, startup, step, { reason: words, version: startup.version }),
  )
}

async function listMessages(person: Actor) {
  return database.db
    .selectFrom('platform.message')
    .select(['subject', 'body'])
    .where('personId', '=', person.id)
    .orderBy('id', 'desc')
    .execute()
}

async function countEntries(): Promise<number> {
  const rows = await database.db.selectFrom('directory.catalogueEntry').select('slug').execute()
  return rows.length
}

async function fillSections(context: Context, solution: Solution): Promise<Solution> {
  const long =
    'Une réponse assez longue pour que le secrétaire exécutif d’une commune comprenne vraiment de quoi il s’agit.'
  let latest = solution
  const save = async (section: Section, given: Partial<Solution>) => {
    const saved = await saveSection(context, latest, section, { ...given, version: latest.version })
    latest = saved as Solution
  }
  await save('presentation', { summary: long, problem: long, domains: ['markets'] })
  await save('fonctions', { description: long, services: ['market-stall'], interoperability: long })
  await save('prerequis', { minConnectivity: '2g', worksOffline: true, hardware: long })
  await save('prix', { priceSetup: 0, priceYearly: 600_000, priceNote: long })
  await save('hebergement', { hostingPlace: 'Cotonou', handlesPersonalData: false })
  await save('reversibilite', { reversibility: long, support: long, licenceName: 'Doba' })
  return latest
}

function screenshot(count: number) {
  const upload: Upload = {
    name: `ecran-${count}.png`,
    sha256: count.toString(16).padStart(64, '0'),
    sizeBytes: 1000,
    mediaType: 'image/png',
  }
  return { upload, kind: 'screenshot', caption: `Écran numéro ${count} de la tournée` } as const
}

/** Ends a transaction without keeping anything, as a refused form does. */
class Undo extends Error {}

function ignoreUndo(error: unknown): undefined {
  if (!(error instanceof Undo)) throw error
}

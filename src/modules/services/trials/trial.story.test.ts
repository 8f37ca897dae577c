/** A trial belongs to whoever tries: nobody else reads it, and it does not outlive its use. */

import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { demoId, organisationId } from '#demo/ids.ts'
import { type Actor, system } from '#platform/actor.ts'
import { readAs, writeAs } from '#platform/database.ts'
import { addDays } from '#platform/days.rules.ts'
import { Forbidden } from '#platform/errors.ts'
import { type TestDatabase, useDatabase } from '#test/database.ts'
import { createActor } from '#test/factories/acting.ts'
import { endTrial, forgetOldTrials, keepTrialAnswers } from './trial.actions.ts'
import { findTrialAnswers } from './trial.queries.ts'

const procedure = {
  id: demoId('procedure:glazoue:public-domain'),
  communeId: organisationId('glazoue'),
}
const now = new Date('2026-11-27T09:00:00Z')
const answers = { nom: 'Sika', qualite: 'person' }

describe('un essai', () => {
  let database: TestDatabase
  let agent: Actor
  let colleague: Actor
  before(async () => {
    database = await useDatabase({ demo: true })
    const enter = (slug: string) =>
      writeAs(database.db, system, (db) =>
        createActor(db, 'Quelqu’un', {
          organisation: { id: organisationId(slug), name: slug, kind: 'commune' },
          role: 'agent',
        }),
      )
    agent = await enter('glazoue')
    colleague = await enter('glazoue')
    await writeAs(database.db, agent, (db) =>
      keepTrialAnswers({ db, actor: agent, now }, procedure, answers),
    )
  })
  after(() => database.close())

  const find = (actor: Actor) =>
    readAs(database.db, actor, (db) => findTrialAnswers({ db, actor }, procedure.id))
  const countAll = async (actor: Actor) => {
    const rows = await readAs(database.db, actor, (db) =>
      db.selectFrom('services.procedureTrial').select('personId').execute(),
    )
    return rows.length
  }

  test('se retrouve comme on l’a laissé', async () => {
    assert.deepEqual(await find(agent), answers)
    const changed = { ...answers, nom: 'Afi' }
    await writeAs(database.db, agent, (db) =>
      keepTrialAnswers({ db, actor: agent, now }, procedure, changed),
    )
    assert.deepEqual(await find(agent), changed)
  })

  test('ne se lit par personne d’autre, même de la mairie', async () => {
    assert.deepEqual(await find(colleague), {})
    assert.equal(await countAll(colleague), 0)
  })

  test('ne s’écrit pas par une autre commune', async () => {
    const stranger = await writeAs(database.db, system, (db) =>
      createActor(db, 'Quelqu’un', {
        organisation: { id: organisationId('bohicon'), name: 'Bohicon', kind: 'commune' },
        role: 'secretary',
      }),
    )
    await assert.rejects(
      writeAs(database.db, stranger, (db) =>
        keepTrialAnswers({ db, actor: stranger, now }, procedure, answers),
      ),
      Forbidden,
    )
  })

  test('s’oublie après une semaine, ou quand on le termine', async () => {
    const at = (days: number) => addDays(now, days)
    const purge = (days: number) =>
      writeAs(database.db, system, (db) => forgetOldTrials(db, at(days)))
    await purge(6)
    assert.equal(await countAll(agent), 1)
    await purge(8)
    assert.equal(await countAll(agent), 0)
    await writeAs(database.db, agent, async (db) => {
      await keepTrialAnswers({ db, actor: agent, now }, procedure, answers)
      await endTrial({ db, actor: agent }, procedure)
    })
    assert.deepEqual(await find(agent), {})
  })
})

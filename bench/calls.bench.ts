/** The last minute of a call: 500 proposals with an attachment of 1 MB each, 200 at once; then the page of a call that many asked about. */
import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { demoId } from '#demo/ids.ts'
import { type Actor, system } from '#platform/actor.ts'
import { readAs, writeAs } from '#platform/database.ts'
import { Conflict } from '#platform/errors.ts'
import { createId } from '#platform/id.ts'
import { startApp } from '#test/app.ts'
import { createActor } from '#test/factories/acting.ts'
import { actOn } from '#test/factories/calls.ts'
import { addParts, getCall } from '../src/modules/collaboration/calls/call.queries.ts'
import type { FullCall } from '../src/modules/collaboration/calls/call.schema.ts'
import { decryptDraft } from '../src/modules/collaboration/proposals/draft-secret.ts'
import { writeOffer } from '../src/modules/collaboration/proposals/proposal.fixture.ts'
import {
  countSealed,
  getOwnProposal,
} from '../src/modules/collaboration/proposals/proposal.queries.ts'
import { attachFile } from '../src/modules/collaboration/proposals/proposal-file.actions.ts'
import { createReadingCode } from '../src/modules/collaboration/proposals/seal.ts'
import { sealProposal } from '../src/modules/collaboration/proposals/seal-proposal.ts'
import { createStartups } from './catalogue-world.ts'
import { type Measure, measure, report } from './measure.ts'

const proposals = 500
const atOnce = 200
const minute = 60
const megabyte = 1_000_000

const app = await startApp()
const { platform } = app
const callId = demoId('call:market-open')
await writeAs(platform.db, system, createStartups)
const startups = await appointPeople()
const full = await openForAMinute()
const measures: Measure[] = [await submitAll(full), await refuseLate(full), await showCall(full)]
report(measures)
await app.close()

async function appointPeople(): Promise<Actor[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from directory.startup where slug like 'startup-%' order by id limit ${proposals + 1}`.execute(
    platform.db,
  )
  const actors: Actor[] = []
  for (const { id, name } of rows)
    actors.push(
      await createActor(platform.db, name, {
        organisation: { id, name, kind: 'startup' },
        role: 'manager',
      }),
    )
  return actors
}

async function openForAMinute(): Promise<FullCall> {
  await moveDeadline(minute)
  return readAs(platform.db, system, async (db) => addParts(db, await getCall(db, callId)))
}

function moveDeadline(seconds: number) {
  return writeAs(platform.db, system, (db) =>
    db
      .updateTable('collaboration.call')
      .set({ deadline: sql`clock_timestamp() + ${seconds} * interval '1 second'` })
      .where('id', '=', callId)
      .execute(),
  )
}

/** As on the pages: a draft, its attachment, then the seal, each in a transaction of its own. */
async function submit(startup: Actor, full: FullCall): Promise<void> {
  const stored = await platform.files.store(Readable.from([randomBytes(megabyte)]), 2 * megabyte)
  if (!stored.ok) throw new Error(stored.because)
  await actOn(platform, startup, (context) => writeOffer(context, full, 4_000_000))
  await actOn(platform, startup, async (context) => {
    const proposal = await getOwnProposal(context.db, full.call.id, startup.organisation?.id ?? '')
    const draft = decryptDraft(proposal, platform.secret)
    if (!draft) throw new Error('no draft')
    await attachFile(context, proposal, draft, { name: 'méthode.pdf', ...stored.content })
  })
  await actOn(platform, startup, async (context) => {
    const proposal = await getOwnProposal(context.db, full.call.id, startup.organisation?.id ?? '')
    await sealProposal(context, full, proposal, createReadingCode())
  })
}

async function submitAll(full: FullCall): Promise<Measure> {
  const waiting = startups.slice(0, proposals)
  const earlier = await readAs(platform.db, system, (db) => countSealed(db, callId))
  const startedAt = performance.now()
  const work = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) await submit(next, full)
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  const seconds = (performance.now() - startedAt) / 1000
  const sealed = await readAs(platform.db, system, (db) => countSealed(db, callId))
  if (sealed - earlier !== proposals) throw new Error(`${sealed - earlier} propositions scellées`)
  const name = `${proposals} propositions scellées, pièces de 1 Mo`
  return { name, unit: 's', median: seconds, p95: seconds, aim: 'moins de 60 s, aucune perdue' }
}

async function refuseLate(full: FullCall): Promise<Measure> {
  await moveDeadline(-1)
  const startedAt = performance.now()
  const late = await submit(startups[proposals] as Actor, full).then(
    () => 'scellée',
    (error: unknown) => error,
  )
  if (!(late instanceof Conflict)) throw new Error(`la tardive : ${late}`)
  const took = performance.now() - startedAt
  return {
    name: 'une proposition trop tardive, refusée',
    unit: 'ms',
    median: took,
    p95: took,
    aim: 'jamais acceptée',
  }
}

async function showCall({ call }: FullCall): Promise<Measure> {
  const now = new Date()
  const answers = Array.from({ length: 300 }, (_, index) => ({
    id: createId(),
    callId: call.id,
    question: `Question ${index} : les agents ont-ils déjà un téléphone, et de quel type ?`,
    answer: 'Cinq ont un téléphone à touches, trois un téléphone Android.',
    askedAt: now,
    answeredAt: now,
  }))
  await writeAs(platform.db, system, (db) =>
    db.insertInto('collaboration.callAnswer').values(answers).execute(),
  )
  return measure('page d’un appel : 300 questions, 500 propositions', '100 ms', async () => {
    const answer = await fetch(new URL(`/appels/${call.reference}`, app.origin))
    if (!(await answer.text()).includes('Question 299')) throw new Error('la page est incomplète')
  })
}

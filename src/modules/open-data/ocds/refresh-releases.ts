/** Writes the releases that processes owe, in reaction to what happens and, each night, for what escaped. */
import { sql } from 'kysely'
import {
  type Dossier,
  findProcessOf,
  listProcessIds,
  loadDossiers,
  type ProcessPart,
} from '#modules/collaboration/index.ts'
import { listCommunePlaces } from '#modules/directory/index.ts'
import { listOrganisationNames } from '#modules/identity/index.ts'
import { system } from '#platform/actor.ts'
import { type Db, writeAs } from '#platform/database.ts'
import type { Schedule, Subscribers } from '#platform/jobs.ts'
import { stageOf } from './choose-tags.rules.ts'
import {
  type ContractingProcess,
  listContractingProcesses,
  listSubjects,
} from './contracting-process.rules.ts'
import type { State } from './ocds.types.ts'
import type { Organisation, Organisations } from './parties.rules.ts'
import { type Known, planReleases } from './plan-releases.rules.ts'
import { listKnownProcessIds } from './release.queries.ts'

/** One writer at a time: whoever follows the releases by their number then misses none. */
const lock = 7_729_451

/** In a transaction of the system. Harmless when repeated: what was already said is not said again. */
export async function refreshReleases(
  db: Db,
  processIds: readonly string[],
  now: Date,
): Promise<void> {
  if (processIds.length === 0) return
  await sql`select pg_advisory_xact_lock(${lock})`.execute(db)
  const dossiers = await loadDossiers({ db, actor: system }, processIds)
  const organisations = await loadOrganisations(db, dossiers)
  const known = await loadKnown(db, processIds)
  for (const dossier of dossiers)
    for (const process of listContractingProcesses(dossier))
      await keepPlanned(db, {
        ...{ dossier, process, organisations, now },
        known: known.get(process.reference) ?? null,
      })
}

async function loadKnown(db: Db, processIds: readonly string[]): Promise<Map<string, Known>> {
  const rows = await db
    .selectFrom('opendata.process')
    .select(['reference', 'compiled', 'lastAt'])
    .where('processId', 'in', [...processIds])
    .execute()
  return new Map(
    rows.map(({ reference, compiled, lastAt }) => [
      reference,
      { compiled: compiled as unknown as State, lastAt },
    ]),
  )
}

async function loadOrganisations(db: Db, dossiers: readonly Dossier[]): Promise<Organisations> {
  const startups = dossiers.flatMap(({ calls, agreements, projects }) => [
    ...calls.flatMap(({ awards }) => awards.map(({ startupId }) => startupId)),
    ...[...agreements, ...projects].map(({ startupId }) => startupId),
  ])
  const names = await listOrganisationNames(db, startups)
  const places = await listCommunePlaces(db)
  return new Map<string, Organisation>([
    ...[...names].map(([id, name]) => [id, { name }] as const),
    ...places.map(
      ({ id, name, departmentName }) => [id, { name, department: departmentName }] as const,
    ),
  ])
}

type Asked = Parameters<typeof planReleases>[0]

async function keepPlanned(db: Db, asked: Asked): Promise<void> {
  const { releases, compiled, withholds } = planReleases(asked)
  const last = releases.at(-1)
  if (!last) return
  await keepProcess(db, asked.dossier, asked.process, compiled, last.date)
  if (withholds)
    await db
      .updateTable('opendata.release')
      .set({ withheldAt: asked.now })
      .where('reference', '=', last.reference)
      .where('withheldAt', 'is', null)
      .execute()
  const rows = releases.map(({ tag, body, ...release }) => ({
    ...release,
    ...{ tag: [...tag], body: JSON.stringify(body), recordedAt: asked.now },
  }))
  await db
    .insertInto('opendata.release')
    .values(rows)
    .onConflict((on) => on.doNothing())
    .execute()
}

async function keepProcess(
  db: Db,
  { processId }: Dossier,
  process: ContractingProcess,
  compiled: State,
  lastAt: Date,
): Promise<void> {
  const row = {
    ...{ processId, lastAt, subjects: listSubjects(process), stage: stageOf(compiled) },
    compiled: JSON.stringify(compiled),
  }
  await db
    .insertInto('opendata.process')
    .values({ ...row, reference: process.reference })
    .onConflict((on) => on.column('reference').doUpdateSet(row))
    .execute()
}

/** Each part of a process, with the steps that everybody may see. */
const told: Readonly<Record<ProcessPart, readonly string[]>> = {
  need: ['publish', 'takeBack', 'withdraw', 'meet', 'join', 'leave'],
  call: [
    ...['publish', 'amend', 'open', 'award', 'conclude', 'reconsider'],
    ...['declareUnsuccessful', 'cancel'],
  ],
  tender: ['handOver', 'award', 'declareUnsuccessful', 'cancel'],
  pilot: ['adopt', 'extend', 'stop'],
  agreement: ['complete', 'suspend', 'resume', 'terminate', 'end'],
  amendment: ['complete'],
  project: ['start', 'suspend', 'resume', 'abandon', 'close'],
  milestone: ['deliver', 'accept', 'acceptPartly', 'refuse', 'liftReserves', 'pay'],
}

export const releaseSubscribers: Subscribers = Object.fromEntries(
  Object.entries(told).flatMap(([part, steps]) =>
    steps.map((step) => [`${part}.${step}`, [followPart(part as ProcessPart)]]),
  ),
)

function followPart(part: ProcessPart): Subscribers[string][number] {
  return async (db, { subjectId, occurredAt }) => {
    const processId = await findProcessOf({ db, actor: system }, part, subjectId)
    if (processId !== undefined) await refreshReleases(db, [processId], occurredAt)
  }
}

const batchSize = 50

/** Every process there is: the first time, all that was published before; then what no event told. */
export async function refreshAllReleases(db: Db, now: Date): Promise<void> {
  for (const list of [listProcessIds, listKnownProcessIds]) {
    for (let after: string | null = null; ; ) {
      const from: string | null = after
      const ids: string[] = await writeOrJoin(db, async (own) => {
        const found = await list({ db: own, actor: system }, from, batchSize)
        await refreshReleases(own, found, now)
        return found
      })
      after = ids.at(-1) ?? null
      if (ids.length < batchSize) break
    }
  }
}

/** Each batch in a transaction of its own, unless one is open. */
function writeOrJoin<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db) : writeAs(db, system, work)
}

export const releaseSchedules: Schedule[] = [
  {
    name: 'refresh-releases',
    pattern: '50 * * * *',
    work: ({ db }, now) => refreshAllReleases(db, now),
  },
]

/**
 * The only way a status changes: the row is locked, policy and workflow are checked again on what is stored,
 * and status, history line, audit line and event are written in the request's one transaction.
 */
import type { Kysely } from 'kysely'
import type { Actor } from './actor.ts'
import { recordAudits } from './audit.ts'
import type { Db } from './database.ts'
import { Conflict, Forbidden, orNotFound } from './errors.ts'
import { recordEvents } from './events.ts'
import { createId } from './id.ts'
import type { Rule } from './policy.ts'
import { tryStep, type Workflow } from './workflow.ts'

export interface Moving {
  readonly db: Db
  readonly actor: Actor
  readonly now: Date
}

interface Stored {
  readonly id: string
  readonly status: string
}

export interface Lifecycle<
  Row extends Stored,
  Status extends string,
  Step extends string,
  Fact extends string,
> {
  /** Such as 'need': prefixes its events and names it in the journal. */
  readonly kind: string
  readonly table: string
  readonly historyTable: string
  readonly workflow: Workflow<Status, Step, Fact>
  readonly policy: Readonly<Record<Step, Rule<Row>>>
  /** The columns of a history line that say whose it is. */
  readonly historyOf: (row: Row) => Readonly<Record<string, string>>
  /** The organisation in whose journal the change is written. */
  readonly journalOf: (row: Row) => string
  /** What to tell somebody who lacks a fact, in French. */
  readonly missing: Readonly<Record<Fact, string>>
}

/** One line of a history, as it was written. */
export interface HistoryLine {
  readonly step: string
  readonly toStatus: string
  readonly reason: string | null
  readonly actorId: string | null
  readonly organisationId: string | null
  readonly occurredAt: Date
}

/** What happened to one object, the oldest first; `owner` is the column of the history that names it. */
export function listHistory(
  db: Db,
  historyTable: string,
  owner: Readonly<Record<string, string>>,
): Promise<HistoryLine[]> {
  let lines = (db as AnyDb)
    .selectFrom(historyTable)
    .select(['step', 'toStatus', 'reason', 'actorId', 'organisationId', 'occurredAt'])
  for (const [column, value] of Object.entries(owner)) lines = lines.where(column, '=', value)
  return lines.orderBy('occurredAt').orderBy('id').execute()
}

interface MoveOptions<Row, Fact extends string> {
  readonly reason?: string
  readonly facts?: Partial<Record<Fact, boolean>>
  /** Other columns that change with the status. */
  readonly set?: Partial<Row>
}

// biome-ignore lint/suspicious/noExplicitAny: table names are values here; each lifecycle fixes them
type AnyDb = Kysely<any>

export const outdated =
  'Cette étape n’est plus possible : la situation a changé depuis l’affichage de la page. Voici où en est le dossier.'

/** Takes the step and returns the row as it now stands. Throws NotFound, Forbidden or Conflict. */
export async function moveThrough<
  Row extends Stored,
  Status extends string,
  Step extends string,
  Fact extends string,
>(
  context: Moving,
  lifecycle: Lifecycle<Row, Status, Step, Fact>,
  id: string,
  step: Step,
  { reason, facts, set }: MoveOptions<Row, Fact> = {},
): Promise<Row> {
  const db = context.db as AnyDb
  const row = orNotFound(await lockRow<Row>(db, lifecycle.table, id))
  if (!lifecycle.policy[step](context.actor, row)) throw new Forbidden()
  const move = tryStep(lifecycle.workflow, step, row.status as Status, facts)
  if (!move.ok)
    throw new Conflict(move.because === 'status' ? outdated : explain(lifecycle, move.missing))
  const moved = (await db
    .updateTable(lifecycle.table)
    .set({ ...set, status: move.to, updatedAt: context.now })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()) as Row
  await recordSteps(context, lifecycle, [
    { row: moved, step, from: row.status, reason: reason ?? null },
  ])
  return moved
}

/**
 * Takes one step for many objects of one journal, and leaves alone those for which it is not possible now, or not allowed: their
 * number is the difference with what was asked. Rows are locked in one order, so that two batches never wait for each other.
 */
export async function moveAllThrough<
  Row extends Stored,
  Status extends string,
  Step extends string,
  Fact extends string,
>(
  context: Moving,
  lifecycle: Lifecycle<Row, Status, Step, Fact>,
  ids: readonly string[],
  step: Step,
  { facts, set }: Omit<MoveOptions<Row, Fact>, 'reason'> = {},
): Promise<Row[]> {
  const db = context.db as AnyDb
  const rows = ids.length > 0 ? await lockRows<Row>(db, lifecycle.table, ids) : []
  const movable = rows.filter(
    (row) =>
      lifecycle.policy[step](context.actor, row) &&
      tryStep(lifecycle.workflow, step, row.status as Status, facts).ok,
  )
  if (movable.length === 0) return []
  const before = new Map(movable.map(({ id, status }) => [id, status]))
  const moved = (await db
    .updateTable(lifecycle.table)
    .set({ ...set, status: lifecycle.workflow.steps[step].to, updatedAt: context.now })
    .where('id', 'in', [...before.keys()])
    .returningAll()
    .execute()) as Row[]
  await recordSteps(
    context,
    lifecycle,
    moved.map((row) => ({ row, step, from: before.get(row.id) ?? null, reason: null })),
  )
  return moved
}

async function lockRows<Row>(db: AnyDb, table: string, ids: readonly string[]): Promise<Row[]> {
  return (await db
    .selectFrom(table)
    .selectAll()
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute()) as Row[]
}

function explain<Fact extends string>(
  lifecycle: { missing: Readonly<Record<Fact, string>> },
  missing: Fact[],
): string {
  return missing.map((fact) => lifecycle.missing[fact]).join(' ')
}

async function lockRow<Row>(db: AnyDb, table: string, id: string): Promise<Row | undefined> {
  return (await db
    .selectFrom(table)
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()) as Row | undefined
}

/** The first line of the history, for a row that was just inserted with its initial status. */
export async function recordCreation<
  Row extends Stored,
  Status extends string,
  Step extends string,
  Fact extends string,
>(context: Moving, lifecycle: Lifecycle<Row, Status, Step, Fact>, row: Row): Promise<void> {
  await recordSteps(context, lifecycle, [{ row, step: 'create', from: null, reason: null }])
}

interface Moved<Row> {
  readonly row: Row
  readonly step: string
  readonly from: string | null
  readonly reason: string | null
}

type Recorded<Row extends Stored> = Pick<
  Lifecycle<Row, string, never, never>,
  'kind' | 'historyTable' | 'historyOf' | 'journalOf'
>

/** History, journal and events of objects in one journal that took a step together. */
async function recordSteps<Row extends Stored>(
  { db, actor, now }: Moving,
  { kind, historyTable, historyOf, journalOf }: Recorded<Row>,
  moves: readonly Moved<Row>[],
): Promise<void> {
  const lines = moves.map(({ row, step, from, reason }) => ({
    ...{ id: createId(now.getTime()), ...historyOf(row) },
    ...{ step, fromStatus: from, toStatus: row.status, reason, occurredAt: now },
    ...{ actorId: actor.id, organisationId: actor.organisation?.id ?? null },
  }))
  await (db as AnyDb).insertInto(historyTable).values(lines).execute()
  const told = moves.map(({ row, step, from }) => ({
    ...{ name: `${kind}.${step}`, row },
    details: { step, from, to: row.status },
  }))
  const entries = told.map(({ name, row, details }) => ({
    ...{ actor, organisationId: journalOf(row), action: name },
    ...{ subjectKind: kind, subjectId: row.id, details },
  }))
  await recordAudits(db, entries, now)
  const events = told.map(({ name, row, details }) => ({
    ...{ kind: name, subjectId: row.id, payload: details },
  }))
  await recordEvents(db, events, now)
}

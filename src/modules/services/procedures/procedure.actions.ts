/** A commune writes a procedure, publishes it, suspends it. Each publication is a revision that never changes. */
import { getPersonId } from '#platform/actor.ts'
import { Forbidden, orNotFound } from '#platform/errors.ts'
import { createId } from '#platform/id.ts'
import { moveThrough, recordCreation } from '#platform/lifecycle.ts'
import type { Context } from '#platform/web.ts'
import { getSheet } from '../inventory/sheet.queries.ts'
import { checkDefinition } from './check-definition.rules.ts'
import { compareDefinitions } from './compare-definitions.rules.ts'
import { type Procedure, procedureLifecycle } from './procedure.lifecycle.ts'
import { procedurePolicy } from './procedure.policy.ts'
import { getDraft, getProcedure, getRevision } from './procedure.queries.ts'
import type { Definition } from './procedure.types.ts'

type Writing = Pick<Context, 'db' | 'actor' | 'now'>

/** One procedure for one service of a commune: undefined when it already has one. */
export async function startProcedure(
  context: Writing,
  communeId: string,
  definition: Definition,
): Promise<Procedure | undefined> {
  const { db, actor, now } = context
  if (!procedurePolicy.write(actor, { communeId })) throw new Forbidden()
  const personId = getPersonId(actor)
  const id = createId(now.getTime())
  const dates = { createdAt: now, updatedAt: now }
  const procedure = (await db
    .insertInto('services.procedure')
    .values({
      ...{ id, communeId, serviceCode: definition.serviceCode },
      ...{ status: 'draft', createdBy: personId, ...dates },
    })
    .onConflict((conflict) => conflict.columns(['communeId', 'serviceCode']).doNothing())
    .returningAll()
    .executeTakeFirst()) as Procedure | undefined
  if (!procedure) return undefined
  await db
    .insertInto('services.procedureDraft')
    .values({
      ...{ procedureId: id, communeId, savedBy: personId, savedAt: now },
      definition: JSON.stringify(definition),
    })
    .execute()
  await recordCreation(context, procedureLifecycle, procedure)
  return procedure
}

/** False when somebody saved another version meanwhile. The service never changes: it is the procedure's name. */
export async function saveDraft(
  { db, actor, now }: Writing,
  { id, communeId, serviceCode }: Procedure,
  definition: Definition,
  version: number,
): Promise<boolean> {
  if (!procedurePolicy.write(actor, { communeId })) throw new Forbidden()
  const saved = await db
    .updateTable('services.procedureDraft')
    .set({
      definition: JSON.stringify({ ...definition, serviceCode }),
      ...{ savedBy: getPersonId(actor), savedAt: now, version: version + 1 },
    })
    .where('procedureId', '=', id)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst()
  return saved !== undefined
}

/** Opens it, or replaces the revision in force: what the draft says, as it stands in the database. */
export async function publishProcedure(context: Writing, id: string): Promise<Procedure> {
  const { db, actor, now } = context
  const { status, serviceCode, revision } = await lockProcedure(context, id)
  const { definition } = await getDraft(db, id)
  const current = revision === 0 ? null : await getRevision(db, id, revision)
  const moved = await moveThrough(
    context,
    procedureLifecycle,
    id,
    status === 'draft' ? 'open' : 'revise',
    {
      facts: {
        definitionStands: checkDefinition(definition).length === 0,
        serviceIsAllowed: (await getSheet(db, serviceCode)).suspension === null,
        draftDiffers: current === null || compareDefinitions(current, definition).length > 0,
      },
      set: { revision: revision + 1 },
    },
  )
  await db
    .insertInto('services.procedureRevision')
    .values({
      ...{ procedureId: id, communeId: moved.communeId, number: moved.revision },
      definition: JSON.stringify(definition),
      ...{ publishedBy: getPersonId(actor), publishedAt: now },
    })
    .execute()
  return moved
}

/** Two people who publish at once take turns: the second publishes what is then in the draft, or nothing. */
async function lockProcedure({ db }: Writing, id: string): Promise<Procedure> {
  const row = await db
    .selectFrom('services.procedure')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return orNotFound(row as Procedure | undefined)
}

export function suspendProcedure(context: Writing, id: string, reason: string): Promise<Procedure> {
  return moveThrough(context, procedureLifecycle, id, 'suspend', {
    reason,
    facts: { reasonIsGiven: reason.trim().length > 0 },
    set: { statusReason: reason },
  })
}

export async function resumeProcedure(context: Writing, id: string): Promise<Procedure> {
  const { serviceCode } = await getProcedure(context.db, id)
  return moveThrough(context, procedureLifecycle, id, 'resume', {
    facts: { serviceIsAllowed: (await getSheet(context.db, serviceCode)).suspension === null },
    set: { statusReason: null },
  })
}

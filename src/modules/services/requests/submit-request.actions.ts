/** A request from its first answer to its receipt: begun, answered, sent once, completed when asked, withdrawn. */

import { communeTeam, getPersonId, worksFor } from '#platform/actor.ts'
import { addDaysTo } from '#platform/days.rules.ts'
import { createCode } from '#platform/documents.ts'
import { Conflict, Forbidden, orNotFound } from '#platform/errors.ts'
import { toDay } from '#platform/format.ts'
import { createId } from '#platform/id.ts'
import { moveThrough } from '#platform/lifecycle.ts'
import { createReference } from '#platform/references.ts'
import type { Context } from '#platform/web.ts'
import { loadFormWorld } from '../forms/form-facts.queries.ts'
import { listFees } from '../inventory/sheet.queries.ts'
import { isComplete, keepVisible } from '../procedures/check-form.rules.ts'
import { chooseDepartment, computeDeadline, computeFee } from '../procedures/decide.rules.ts'
import { getProcedure, getRevision } from '../procedures/procedure.queries.ts'
import type { Answers, Definition } from '../procedures/procedure.types.ts'
import type { Published } from '../procedures/published.queries.ts'
import { findApplicant } from './applicant.rules.ts'
import { countPausedDays } from './clock.rules.ts'
import { recordRequestWords } from './record-words.ts'
import { type Request, requestLifecycle } from './request.lifecycle.ts'
import { tellOfRequest } from './request.messages.ts'
import { requestPolicy } from './request.policy.ts'
import { findOwnDraft } from './request.queries.ts'
import { recordRequestFiles } from './request-files.ts'

type Asking = Pick<Context, 'db' | 'actor' | 'now'>

interface Beginning extends Pick<Published, 'procedure' | 'definition'> {
  /** What need not be typed again. */
  readonly known?: Answers
  /** Written by an agent, for somebody who is there and need not have an account. */
  readonly isAtCounter?: boolean
}

/** The draft to go on with: the one already begun, or a new one under the revision in force. */
export async function beginRequest(
  context: Asking,
  { procedure, definition, known = {}, isAtCounter = false }: Beginning,
): Promise<string> {
  const { db, actor, now } = context
  const personId = getPersonId(actor)
  if (isAtCounter && !worksFor(actor, procedure.communeId, ...communeTeam)) throw new Forbidden()
  if (procedure.status !== 'open') throw new Conflict(requestLifecycle.missing.procedureIsOpen)
  const id = createId(now.getTime())
  const begun = await db
    .insertInto('services.request')
    .values({
      ...{ id, procedureId: procedure.id, revision: procedure.revision },
      ...{ communeId: procedure.communeId, serviceCode: procedure.serviceCode },
      ...{ title: definition.title, status: 'draft' },
      ...(isAtCounter ? { enteredBy: personId } : { requesterId: personId }),
      ...{ answers: JSON.stringify(known), createdAt: now, updatedAt: now },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return begun?.id ?? orNotFound(await findOwnDraft(db, procedure.id, personId)).id
}

interface Filing extends Pick<Published, 'procedure' | 'definition'> {
  readonly answers: Answers
  /** How the system names whoever asked. */
  readonly applicantRef: string | null
}

/** A system of the commune files what a citizen told it: the same draft, the same checks, sent at once. */
export async function fileRequest(
  context: Asking,
  { procedure, definition, answers, applicantRef }: Filing,
): Promise<Request> {
  const { db, actor, now } = context
  if (!actor.key) throw new Forbidden()
  const { id: keyId, mediatorClient } = actor.key
  const id = createId(now.getTime())
  await db
    .insertInto('services.request')
    .values({
      ...{ id, procedureId: procedure.id, revision: procedure.revision },
      ...{ communeId: procedure.communeId, serviceCode: procedure.serviceCode },
      ...{ title: definition.title, status: 'draft' },
      ...{ keyId, mediatorClient, applicantRef },
      ...{ answers: JSON.stringify(answers), createdAt: now, updatedAt: now },
    })
    .execute()
  return submitRequest(context, id)
}

/** Only what changed is written, so that two screens saved at once both count. */
export async function keepAnswers(
  { db, actor, now }: Asking,
  request: Pick<
    Request,
    'id' | 'answers' | 'status' | 'communeId' | 'requesterId' | 'enteredBy' | 'keyId'
  >,
  definition: Definition,
  answers: Answers,
): Promise<void> {
  if (!requestPolicy.answer(actor, request)) throw new Forbidden()
  const changed = Object.entries(answers).filter(
    ([code, answer]) => JSON.stringify(answer) !== JSON.stringify(request.answers[code]),
  )
  if (changed.length === 0) return
  const patch = JSON.stringify(Object.fromEntries(changed))
  const kept = await db
    .updateTable('services.request')
    .set((row) => ({
      answers: row('answers', '||', row.val(patch) as never),
      updatedAt: now,
    }))
    .where('id', '=', request.id)
    .where('status', 'in', ['draft', 'incomplete'])
    .returning('answers')
    .executeTakeFirst()
  if (!kept) throw new Conflict('Cette demande est déjà envoyée : ses réponses ne changent plus.')
  await recordRequestFiles(db, request, definition, kept.answers as Answers)
}

/** Takes the answers that count, freezes what they come to, and gives the number. A second sending finds it sent. */
export async function submitRequest(context: Asking, id: string): Promise<Request> {
  const { db, now } = context
  const { request, definition, seen, isWhole } = await lockAnswers(context, id)
  const { communeId, serviceCode, procedureId } = request
  const today = toDay(now)
  const tariffs = await listFees(db, { communeId, serviceCode })
  const deadline = computeDeadline(definition, seen, today)
  const { status } = await getProcedure(db, procedureId)
  const sent = await moveThrough(context, requestLifecycle, id, 'submit', {
    facts: { formIsComplete: isWhole, procedureIsOpen: status === 'open' },
    set: {
      answers: JSON.stringify(seen) as never,
      due: JSON.stringify(computeFee(definition.fee, seen, tariffs, today)) as never,
      ...findApplicant(definition, seen),
      department: chooseDepartment(definition.routing, seen),
      ...{ receivedAt: now, dueOn: deadline?.day ?? null, silence: deadline?.silence ?? null },
      reference: await createReference(db, 'DEM', now.getFullYear()),
      trackingCode: createCode(),
    },
  })
  await recordRequestFiles(db, sent, definition, seen)
  await recordRequestWords(db, sent)
  await tellOfRequest(context, sent, 'submit')
  return sent
}

/** The clock goes on where it stood. */
export async function completeRequest(context: Asking, id: string): Promise<Request> {
  const { request, definition, seen, isWhole } = await lockAnswers(context, id)
  const { pausedAt, dueOn, pausedDays } = request
  const days = pausedAt ? countPausedDays(pausedAt, context.now) : 0
  const completed = await moveThrough(context, requestLifecycle, id, 'complete', {
    facts: { formIsComplete: isWhole },
    set: {
      answers: JSON.stringify(seen) as never,
      ...findApplicant(definition, seen),
      ...{ pausedAt: null, pausedDays: pausedDays + days },
      dueOn: dueOn && addDaysTo(dueOn, days),
    },
  })
  await recordRequestFiles(context.db, completed, definition, seen)
  await recordRequestWords(context.db, completed)
  await tellOfRequest(context, completed, 'complete')
  return completed
}

export function withdrawRequest(context: Asking, id: string): Promise<Request> {
  return moveThrough(context, requestLifecycle, id, 'withdraw', { set: { pausedAt: null } })
}

/** A draft that is given up leaves nothing. */
export async function abandonDraft({ db, actor }: Pick<Asking, 'db' | 'actor'>, id: string) {
  await db
    .deleteFrom('services.request')
    .where('id', '=', id)
    .where('status', '=', 'draft')
    .where((is) => is.or([is('requesterId', '=', actor.id), is('enteredBy', '=', actor.id)]))
    .execute()
}

interface Locked {
  readonly request: Request
  readonly definition: Definition
  /** Visible answers, the only ones that are sent. */
  readonly seen: Answers
  readonly isWhole: boolean
}

async function lockAnswers({ db, now }: Asking, id: string): Promise<Locked> {
  const row = await db
    .selectFrom('services.request')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  const request = orNotFound(row as unknown as Request | undefined)
  const definition = await getRevision(db, request.procedureId, request.revision)
  const { facts } = await loadFormWorld(db, request.communeId, now)
  return {
    ...{ request, definition },
    seen: keepVisible(definition, request.answers),
    isWhole: isComplete(definition, request.answers, facts),
  }
}

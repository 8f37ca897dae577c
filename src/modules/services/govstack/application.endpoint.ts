/** Requests: listed, read, filed and completed by the systems of their commune. */

import { getOrganisationId } from '#platform/actor.ts'
import { addDays } from '#platform/days.rules.ts'
import { Forbidden } from '#platform/errors.ts'
import { cutPage } from '#platform/published-cursor.rules.ts'
import { type Context, json, problem, type Reply } from '#platform/web.ts'
import { loadFormWorld } from '../forms/form-facts.queries.ts'
import { listProblems } from '../procedures/check-form.rules.ts'
import type { Answers, Definition } from '../procedures/procedure.types.ts'
import { requestPolicy } from '../requests/request.policy.ts'
import { getFullRequest } from '../requests/request.queries.ts'
import { completeRequest, fileRequest, keepAnswers } from '../requests/submit-request.actions.ts'
import { listMessages, listRequestHistory } from '../requests/thread.queries.ts'
import { countApplications, listApplicationLines } from './application.queries.ts'
import { listStatusesOf } from './application-status.rules.ts'
import { listDocuments } from './document.actions.ts'
import { writeFormId } from './form-id.rules.ts'
import { operations } from './operation.lists.ts'
import { listSentNames, readForm } from './read-form.fields.ts'
import { answerPage, keyOperation } from './serve-operation.ts'
import { getOpenedService } from './service.queries.ts'
import {
  writeApplication,
  writeApplicationLine,
  writeReceiptOf,
} from './write-application.rules.ts'

const listApplications = keyOperation(operations.listApplications, async ({ query, context }) => {
  const { serviceKey = null, applicantId = null, status, after = null, maxResult } = query
  const filter = {
    ...{ procedureId: serviceKey, applicantRef: applicantId, after },
    statuses: status ? listStatusesOf(status) : null,
  }
  const communeId = getOrganisationId(context.actor)
  const found = await listApplicationLines(context.db, communeId, filter, maxResult)
  const { rows, last } = cutPage(found, maxResult)
  return answerPage({ rows: rows.map(writeApplicationLine), last }, context)
})

const getApplication = keyOperation(operations.getApplication, async ({ params, context }) => {
  const { db, actor } = context
  const { request } = await getFullRequest(db, params.fileId ?? '')
  if (!requestPolicy.read(actor, request)) throw new Forbidden()
  const messages = await listMessages(db, request.id)
  return json(
    writeApplication(request, { messages, history: await listRequestHistory(db, request.id) }),
  )
})

const fileApplication = keyOperation(
  operations.fileApplication,
  async ({ params, body, context }) => {
    const procedure = await getOpenedService(context.db, params.serviceId ?? '')
    if (procedure.communeId !== getOrganisationId(context.actor)) return notOurs
    const { definition, id, revision } = procedure
    if (body.formData.eFormId !== writeFormId(id, revision)) return outdatedForm
    const read = await readSent(context, { definition, communeId: procedure.communeId }, body, {})
    if (!read.ok) return read.reply
    const request = await fileRequest(context, {
      ...{ procedure, definition, answers: read.answers, applicantRef: body.applicantId },
    })
    return json(writeReceiptOf(request))
  },
)

const notOurs = problem(403, 'Une clé dépose les demandes de sa commune seulement.', {
  code: 'commune',
})
const outdatedForm = problem(
  409,
  'Ce formulaire n’est plus celui en vigueur : relisez GET /services/{serviceId}/eForms.',
  { code: 'form' },
)

/** What is sent replaces what was answered; what is left out stays, files included. */
const completeApplication = keyOperation(
  operations.completeApplication,
  async ({ params, body, context }) => {
    const { db, actor } = context
    const { request, definition } = await getFullRequest(db, params.fileId ?? '')
    if (!requestPolicy.complete(actor, request)) throw new Forbidden()
    if (request.status !== 'incomplete') return notAsked
    const { procedureId, revision, answers, communeId } = request
    if (body.formData.eFormId !== writeFormId(procedureId, revision)) return otherForm
    const read = await readSent(context, { definition, communeId }, body, answers)
    if (!read.ok) return read.reply
    await keepAnswers(context, request, definition, read.answers)
    return json(writeReceiptOf(await completeRequest(context, request.id)))
  },
)

const notAsked = problem(409, 'La mairie n’a pas demandé de compléter cette demande.', {
  code: 'status',
})
const otherForm = problem(409, 'Une demande se complète par le formulaire où elle a commencé.', {
  code: 'form',
})

interface Asked {
  readonly definition: Definition
  readonly communeId: string
}

interface Sent {
  readonly formData: { readonly data: Readonly<Record<string, unknown>> }
}

type ReadSent =
  | { readonly ok: true; readonly answers: Answers }
  | { readonly ok: false; readonly reply: Reply }

/** More than a request may hold: told before the table refuses it. */
const longest = 400_000

/** By the rules of the web form, over what is already known. */
async function readSent(
  { db, now }: Context,
  { definition, communeId }: Asked,
  { formData: { data } }: Sent,
  known: Answers,
): Promise<ReadSent> {
  const refuse = (
    status: number,
    detail: string,
    errors: Readonly<Record<string, string>> = {},
  ) => ({
    ...{ ok: false as const },
    reply: problem(status, detail, { code: 'form', errors }),
  })
  const files = await listDocuments(db, listSentNames(data))
  const { answers, unasked } = readForm(definition, data, files)
  if (unasked.length > 0)
    return refuse(422, 'Des réponses ne sont pas demandées.', tellUnasked(unasked))
  const whole = { ...known, ...answers }
  if (JSON.stringify(whole).length > longest) return refuse(413, 'Les réponses sont trop longues.')
  const { facts } = await loadFormWorld(db, communeId, now)
  const problems = listProblems(definition, whole, facts)
  if (problems.length === 0) return { ok: true, answers }
  const errors = Object.fromEntries(problems.map(({ field, message }) => [field, message]))
  return refuse(422, 'Il reste des réponses à donner ou à corriger.', errors)
}

function tellUnasked(unasked: readonly string[]): Record<string, string> {
  const names = unasked.slice(0, 50)
  return Object.fromEntries(names.map((name) => [name, 'La démarche ne pose pas cette question']))
}

const getStatistics = keyOperation(operations.getStatistics, async ({ query, context }) => {
  const { db, actor, now } = context
  const aYearAgo = addDays(now, -365).toISOString().slice(0, 10)
  const { from = aYearAgo, serviceKey = null } = query
  return json(await countApplications(db, getOrganisationId(actor), from, serviceKey))
})

export const applicationEndpoints = [
  listApplications,
  getApplication,
  fileApplication,
  completeApplication,
  getStatistics,
]

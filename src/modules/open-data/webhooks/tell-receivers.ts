/** What happens in the other modules, told to the systems that follow it. */

import { findCallNotice, findNeedNotice } from '#modules/collaboration/index.ts'
import { listCommuneNames } from '#modules/directory/index.ts'
import { findReportNotice, findRequestNotice } from '#modules/services/index.ts'
import type { Db } from '#platform/database.ts'
import type { RecordedEvent, Subscriber, Subscribers } from '#platform/events.ts'
import type { Details } from './envelope.rules.ts'
import type { EventKind } from './event-kinds.lists.ts'
import { queueDeliveries } from './queue-deliveries.ts'
import { listListeners } from './webhook.queries.ts'

interface Story {
  readonly subject: string
  readonly concerns: readonly string[]
  readonly details: Details
}

type Tell = (db: Db, event: RecordedEvent) => Promise<Story | undefined>

/** Whom it concerns is looked for only where somebody follows it. */
function follow(kind: EventKind, tell: Tell): Subscriber {
  return async (db, event) => {
    const [anybody] = await listListeners(db, kind, 'any')
    const story = anybody && (await tell(db, event))
    if (!story) return
    const { subject, concerns, details } = story
    const receivers = await listListeners(db, kind, concerns)
    const told = { eventId: event.id, kind, subject, details, occurredAt: event.occurredAt }
    await queueDeliveries(db, receivers, told, event.occurredAt)
  }
}

/** As the step left it: when several follow each other closely, each is told with its own. */
const statusOf = ({ payload }: RecordedEvent) => String(payload.to ?? '')

const tellNeed: Tell = async (db, event) => {
  const need = await findNeedNotice(db, event.subjectId)
  if (!need) return undefined
  const { reference, title, domains, services, concerns, communeId } = need
  const names = await listCommuneNames(db, [communeId])
  const commune = names.get(communeId) ?? null
  const path = `/besoins/${reference}`
  const details = { reference, title, status: statusOf(event), commune, domains, services, path }
  return { subject: reference, concerns, details }
}

const tellCall: Tell = async (db, event) => {
  const call = await findCallNotice(db, event.subjectId)
  if (!call) return undefined
  const { reference, title, mechanism, domains, concerns, communeId } = call
  const names = await listCommuneNames(db, [communeId])
  const commune = names.get(communeId) ?? null
  const deadline = call.deadline?.toISOString() ?? null
  const status = event.kind === 'call.amend' ? 'published' : statusOf(event)
  return {
    ...{ subject: reference, concerns },
    details: {
      ...{ reference, title, mechanism, status, commune, domains, deadline },
      path: `/appels/${reference}`,
    },
  }
}

async function describeRequest(db: Db, requestId: string, more: Details) {
  const request = await findRequestNotice(db, requestId)
  if (!request) return undefined
  const { id, reference, communeId, status, procedureId, title, serviceCode } = request
  return {
    ...{ subject: reference, concerns: [communeId] },
    details: {
      ...{ reference, status, procedure: title, procedureId, service: serviceCode, ...more },
      path: `/espace/demandes/${id}`,
      apiPath: `/govstack/registration/v1/applications/${id}`,
    },
  }
}

const tellRequest: Tell = (db, event) =>
  describeRequest(db, event.subjectId, { status: statusOf(event) })

const tellPayment: Tell = (db, { payload }) =>
  describeRequest(db, String(payload.requestId), {
    amount: Number(payload.amount),
    currency: 'XOF',
  })

const tellReport: Tell = async (db, event) => {
  const report = await findReportNotice(db, event.subjectId)
  if (!report) return undefined
  const { id, reference, communeId, category } = report
  const path = `/espace/signalements/${id}`
  const details = { reference, status: statusOf(event), category, path }
  return { subject: reference, concerns: [communeId], details }
}

const needEnds = [follow('need.ended', tellNeed)]
const callCloses = [follow('call.closed', tellCall)]
const callIsDecided = [follow('call.decided', tellCall)]
const requestIsDecided = [follow('request.decided', tellRequest)]

export const webhookSubscribers: Subscribers = {
  'need.publish': [follow('need.published', tellNeed)],
  'need.meet': needEnds,
  'need.withdraw': needEnds,
  'need.takeBack': needEnds,
  'call.publish': [follow('call.published', tellCall)],
  'call.amend': [follow('call.amended', tellCall)],
  'call.open': callCloses,
  'call.cancel': callCloses,
  'call.declareUnsuccessful': callCloses,
  'call.award': callIsDecided,
  'call.conclude': callIsDecided,
  'request.submit': [follow('request.submitted', tellRequest)],
  'request.complete': [follow('request.completed', tellRequest)],
  'request.accept': requestIsDecided,
  'request.refuse': requestIsDecided,
  'request.acceptBySilence': requestIsDecided,
  'request.refuseBySilence': requestIsDecided,
  'request.close': [follow('request.delivered', tellRequest)],
  'request.withdraw': [follow('request.withdrawn', tellRequest)],
  'payment.receive': [follow('request.paid', tellPayment)],
  'report.create': [follow('report.received', tellReport)],
}

/** Filing a complaint, answering it, and, when one is upheld, taking the evaluation up again. */
import { notify } from '#modules/identity/index.ts'
import { getOrganisationId, getPersonId } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import { Conflict } from '#platform/errors.ts'
import { t } from '#platform/i18n.ts'
import { createId } from '#platform/id.ts'
import { moveThrough, recordCreation } from '#platform/lifecycle.ts'
import type { Context } from '#platform/web.ts'
import { moveCall } from '../calls/call.actions.ts'
import { readClock } from '../calls/call.queries.ts'
import type { Call } from '../calls/call.schema.ts'
import { listAwards } from '../evaluation/evaluation.queries.ts'
import { complaintLifecycle } from './complaint.lifecycle.ts'
import { type Complaint, listComplaints } from './complaint.queries.ts'
import { areAllAnswered, isOneUpheld, takesComplaints } from './complaint.rules.ts'
import type { ComplaintStep } from './complaint.workflow.ts'

/** False when this startup has already complained of this decision. */
export async function fileComplaint(context: Context, call: Call, body: string): Promise<boolean> {
  const { db, actor, now } = context
  if (!takesComplaints(call, await readClock(db)))
    throw new Conflict('Le délai des réclamations est passé.')
  const filed = await listComplaints(db, call.id)
  if (filed.some(({ status }) => status === 'filed')) return false
  const complaint = (await db
    .insertInto('collaboration.complaint')
    .values({
      id: createId(now.getTime()),
      callId: call.id,
      communeId: call.communeId,
      startupId: getOrganisationId(actor),
      body,
      status: 'filed',
      filedBy: getPersonId(actor),
      filedAt: now,
      updatedAt: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()) as Complaint
  await recordCreation(context, complaintLifecycle, complaint)
  await notify(
    db,
    {
      organisationId: call.communeId,
      roles: ['secretary', 'mayor'],
      topic: 'calls',
      subject: () => t('Réclamation sur l’appel {reference}', { reference: call.reference ?? '' }),
      text: () => t('Répondez avec vos raisons : l’attribution ne devient définitive qu’ensuite.'),
      link: `/espace/appels/${call.id}/reclamations`,
      key: `complaint:${complaint.id}`,
    },
    now,
  )
  return true
}

export async function answerComplaint(
  context: Context,
  call: Call,
  complaint: Complaint,
  { step, answer }: { readonly step: ComplaintStep; readonly answer: string },
): Promise<void> {
  const { db, actor, now } = context
  await moveThrough(context, complaintLifecycle, complaint.id, step, {
    reason: answer,
    facts: { reasonIsGiven: answer !== '' },
    set: { answer, answeredBy: getPersonId(actor), answeredAt: now },
  })
  await notify(
    db,
    {
      organisationId: complaint.startupId,
      roles: ['manager'],
      topic: 'calls',
      subject: () =>
        step === 'uphold'
          ? t('Réclamation admise : {reference}', { reference: call.reference ?? '' })
          : t('Réclamation rejetée : {reference}', { reference: call.reference ?? '' }),
      text: () => answer,
      link: `/appels/${call.reference}/reclamation`,
      key: `complaint:${complaint.id}:${step}`,
    },
    now,
  )
}

/** The decision falls, with a trace of it in the journal; the consensus may change again. */
export async function reconsiderCall(context: Context, call: Call, reason: string): Promise<void> {
  const { db, actor, now } = context
  const complaints = await listComplaints(db, call.id)
  await moveCall(context, call, 'reconsider', {
    reason,
    facts: { complaintIsUpheld: isOneUpheld(complaints) },
    set: { awardedAt: null, standstillUntil: null },
  })
  const awards = await listAwards(db, call.id)
  await db.deleteFrom('collaboration.award').where('callId', '=', call.id).execute()
  const subject = { subjectKind: 'call', subjectId: call.id }
  const line = { actor, organisationId: call.communeId, action: 'call.annulAward', ...subject }
  const details = Object.fromEntries(awards.map(({ lotId, startupId }) => [lotId, startupId]))
  await recordAudit(db, { ...line, details }, now)
}

/** The award becomes final; the agreement is prepared from it. */
export async function concludeCall(context: Context, call: Call): Promise<void> {
  const complaints = await listComplaints(context.db, call.id)
  await moveCall(context, call, 'conclude', {
    facts: { complaintsAreAnswered: areAllAnswered(complaints) },
  })
}

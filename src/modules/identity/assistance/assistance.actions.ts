/** Starting an assistance, ending it before its time, and the commune's choice to allow it. */
import { getOrganisationId, getPersonId } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import { createId } from '#platform/id.ts'
import type { Context } from '#platform/web.ts'
import { exchangeSession } from '../sessions/session.ts'
import { tellStart } from './assistance.messages.ts'
import { type Assistance, getAssistance, listOpenAssistances } from './assistance.queries.ts'
import { computeEndsAt, type Duration } from './assistance.rules.ts'
import { stopAssistance } from './end-assistance.ts'

interface Start {
  readonly reason: string
  readonly hours: Duration
}

/** From the next page on, this session acts for the commune. */
export async function startAssistance(
  context: Context,
  communeId: string,
  { reason, hours }: Start,
): Promise<Assistance> {
  const { db, actor, now } = context
  const id = createId(now.getTime())
  const associationId = getOrganisationId(actor)
  const times = { startedAt: now, endsAt: computeEndsAt(now, hours) }
  await db
    .insertInto('identity.assistance')
    .values({ id, communeId, associationId, personId: getPersonId(actor), reason, ...times })
    .execute()
  const subject = { subjectKind: 'assistance', subjectId: id, details: { hours: Number(hours) } }
  const entry = { actor, organisationId: communeId, action: 'assistance.start', ...subject }
  await recordAudit(db, entry, now)
  const assistance = await getAssistance(db, id)
  await tellStart(db, assistance)
  await exchangeSession(context, { assistanceId: id })
  return assistance
}

/** By whoever assists: the session is the association's again. */
export async function leaveAssistance(context: Context, assistance: Assistance): Promise<void> {
  await stopAssistance(context, assistance)
  if (context.actor.assistance?.id === assistance.id)
    await exchangeSession(context, { assistanceId: null })
}

/** A commune that no longer allows it ends those under way. */
export async function chooseAssistance(context: Context, isAllowed: boolean): Promise<void> {
  const { db, actor, now } = context
  const communeId = getOrganisationId(actor)
  const choice = { isAllowed, chosenBy: getPersonId(actor), chosenAt: now }
  await db
    .insertInto('identity.assistanceChoice')
    .values({ communeId, ...choice })
    .onConflict((conflict) => conflict.column('communeId').doUpdateSet(choice))
    .execute()
  const action = isAllowed ? 'assistance.allow' : 'assistance.refuse'
  const subject = { subjectKind: 'organisation', subjectId: communeId, details: {} }
  await recordAudit(db, { actor, organisationId: communeId, action, ...subject }, now)
  if (!isAllowed) await stopAll(context, communeId)
}

async function stopAll(context: Context, communeId: string): Promise<void> {
  const open = await listOpenAssistances(context.db, communeId, context.now)
  for (const assistance of open) await stopAssistance(context, assistance)
}

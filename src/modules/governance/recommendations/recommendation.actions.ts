/** What happens to a recommendation: proposed, adopted with the report of its session, followed, closed. */
import { getOrganisationId, getPersonId } from '#platform/actor.ts'
import { createId } from '#platform/id.ts'
import { moveAllThrough, moveThrough, recordCreation } from '#platform/lifecycle.ts'
import { createReference } from '#platform/references.ts'
import type { Context } from '#platform/web.ts'
import { recommendationLifecycle } from './recommendation.lifecycle.ts'
import { listEvidence, listOfSession } from './recommendation.queries.ts'
import type { Recommendation, Terms, Wording } from './recommendation.schema.ts'
import type { RecommendationStep } from './recommendation.workflow.ts'

export async function proposeRecommendation(
  context: Context,
  session: { readonly id: string; readonly startsOn: string },
  { version: _, ...wording }: Wording,
): Promise<Recommendation> {
  const { db, actor, now } = context
  const proposed = (await db
    .insertInto('governance.recommendation')
    .values({
      ...wording,
      id: createId(now.getTime()),
      reference: await createReference(db, 'REC', Number(session.startsOn.slice(0, 4))),
      associationId: getOrganisationId(actor),
      sessionId: session.id,
      status: 'proposed',
      ...{ createdBy: getPersonId(actor), createdAt: now, updatedAt: now },
    })
    .returningAll()
    .executeTakeFirstOrThrow()) as Recommendation
  await recordCreation(context, recommendationLifecycle, proposed)
  return proposed
}

/** False when somebody changed it since the form was opened. */
export async function saveRecommendation(
  { db, now }: Context,
  { id, status }: Recommendation,
  { version, ...values }: Wording | Terms,
): Promise<boolean> {
  const saved = await db
    .updateTable('governance.recommendation')
    .set({ ...values, version: version + 1, updatedAt: now })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('status', '=', status)
    .returning('id')
    .executeTakeFirst()
  return saved !== undefined
}

export async function moveRecommendation(
  context: Context,
  { id }: Recommendation,
  step: RecommendationStep,
  reason?: string,
): Promise<Recommendation> {
  const evidence = await listEvidence(context.db, id)
  return moveThrough(context, recommendationLifecycle, id, step, {
    ...(reason && { reason }),
    facts: { hasEvidence: evidence.length > 0, reasonIsGiven: Boolean(reason) },
    set: { statusReason: reason ?? null },
  })
}

/** In the transaction that publishes the report of their session. */
export async function adoptProposed(context: Context, sessionId: string): Promise<void> {
  const proposed = (await listOfSession(context.db, sessionId)).filter(
    ({ status }) => status === 'proposed',
  )
  const ids = proposed.map(({ id }) => id)
  await moveAllThrough(context, recommendationLifecycle, ids, 'adopt', {
    facts: { reportIsPublished: true },
  })
}

interface EvidenceValues {
  readonly title: string
  readonly body: string
  readonly url: string | null
}

export async function addEvidence(
  { db, actor, now }: Context,
  { id: recommendationId }: Recommendation,
  values: EvidenceValues,
): Promise<void> {
  await db
    .insertInto('governance.recommendationEvidence')
    .values({
      ...{ id: createId(now.getTime()), recommendationId, ...values },
      ...{ recordedBy: getPersonId(actor), recordedAt: now },
    })
    .execute()
}

/** What a session is told of earlier recommendations, with the state each was in; an emptied note goes. */
export async function saveFollowUps(
  { db, now }: Context,
  sessionId: string,
  notes: readonly { readonly recommendation: Recommendation; readonly note: string }[],
): Promise<void> {
  const ids = notes.map(({ recommendation }) => recommendation.id)
  if (ids.length === 0) return
  await db
    .deleteFrom('governance.recommendationFollowUp')
    .where('sessionId', '=', sessionId)
    .where('recommendationId', 'in', ids)
    .execute()
  const rows = notes
    .filter(({ note }) => note !== '')
    .map(({ recommendation: { id, status }, note }) => ({
      ...{ recommendationId: id, sessionId, status, note, recordedAt: now },
    }))
  if (rows.length > 0)
    await db.insertInto('governance.recommendationFollowUp').values(rows).execute()
}

/** An addendum: the call is changed for everybody at once, and those who prepare an answer are told. */
import { getPersonId } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import { Conflict } from '#platform/errors.ts'
import { recordEvent } from '#platform/events.ts'
import { formatDateTime } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { createId } from '#platform/id.ts'
import { outdated } from '#platform/lifecycle.ts'
import type { Context } from '#platform/web.ts'
import { type Amendable, listChanges } from './addendum.rules.ts'
import { tellAnswerers } from './answerers.ts'
import { readClock } from './call.queries.ts'
import type { Call } from './call.schema.ts'
import { takesProposals } from './call-dates.rules.ts'

interface Given extends Amendable {
  readonly questionsUntil: Date
  readonly deadline: Date
  readonly reason: string
  readonly version: number
}

/** The dates have been checked; that the call is still open, and still as it was shown, is checked here. */
export async function publishAddendum(
  context: Context,
  call: Call,
  { reason, version, ...after }: Given,
): Promise<number> {
  const { db, now } = context
  if (!takesProposals(call, await readClock(db)) || !call.deadline)
    throw new Conflict('L’appel est clos : il ne se modifie plus.')
  const changed = await db
    .updateTable('collaboration.call')
    .set({ ...after, version: version + 1, updatedAt: now })
    .where('id', '=', call.id)
    .where('version', '=', version)
    .where('status', '=', 'published')
    .returning('id')
    .executeTakeFirst()
  if (!changed) throw new Conflict(outdated)
  const number = await recordAddendum(context, call, reason, after)
  await tellThoseWhoAnswer(context, call, number, after.deadline)
  return number
}

/** Numbered within its call, told in the journal, and delivered to whoever follows. */
export async function recordAddendum(
  { db, actor, now }: Context,
  call: Call,
  reason: string,
  after: Omit<Given, 'reason' | 'version'>,
): Promise<number> {
  const { count } = await db
    .selectFrom('collaboration.callAddendum')
    .select((of) => of.fn.countAll<string>().as('count'))
    .where('callId', '=', call.id)
    .executeTakeFirstOrThrow()
  const number = Number(count) + 1
  await db
    .insertInto('collaboration.callAddendum')
    .values({
      id: createId(now.getTime()),
      callId: call.id,
      number,
      reason,
      changes: JSON.stringify(listChanges(call, after)),
      deadlineBefore: call.deadline as Date,
      deadlineAfter: after.deadline,
      publishedBy: getPersonId(actor),
      publishedAt: now,
    })
    .execute()
  const subject = { subjectKind: 'call', subjectId: call.id }
  const line = { actor, organisationId: call.communeId, action: 'call.amend', ...subject }
  await recordAudit(db, { ...line, details: { number } }, now)
  await recordEvent(db, { kind: 'call.amend', subjectId: call.id, payload: { number } }, now)
  return number
}

function tellThoseWhoAnswer(
  context: Context,
  call: Call,
  number: number,
  deadline: Date,
): Promise<void> {
  return tellAnswerers(context, call, {
    subject: () =>
      t('Additif n° {number} à l’appel {reference}', { number, reference: call.reference ?? '' }),
    text: () =>
      t(
        'Relisez l’appel : il a changé. Propositions jusqu’au {date}. Une proposition déjà scellée compte toujours ; vous pouvez la remplacer.',
        { date: formatDateTime(deadline) },
      ),
    link: `/appels/${call.reference}#additif-${number}`,
    key: `addendum:${number}`,
  })
}

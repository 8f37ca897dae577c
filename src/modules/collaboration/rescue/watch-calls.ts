/** Goes through the published calls: reminds those who could still answer, tells the commune when nobody did. */
import { notify } from '#modules/identity/index.ts'
import { communeOfficers, system } from '#platform/actor.ts'
import { type Db, writeAs } from '#platform/database.ts'
import { formatDateTime } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import type { Platform } from '#platform/web.ts'
import type { Call } from '../calls/call.schema.ts'
import { listMatchingStartups } from '../matching/matching-startups.queries.ts'
import { countSealed } from '../proposals/proposal.queries.ts'
import { isReminderDue, isRescueDue } from './rescue.rules.ts'

export async function watchCalls(platform: Platform, now: Date): Promise<void> {
  await writeAs(platform.db, system, async (db) => {
    for (const call of await listWatchedCalls(db)) {
      if (isReminderDue(call, now)) await remindStartups(db, call, now)
      if (isRescueDue(call, await countSealed(db, call.id), now)) await tellCommune(db, call, now)
    }
  })
}

/** Few at any time: those published and neither opened nor ended. */
async function listWatchedCalls(db: Db): Promise<Call[]> {
  const rows = await db
    .selectFrom('collaboration.call')
    .selectAll()
    .where('status', '=', 'published')
    .where((is) => is.or([is('remindedAt', 'is', null), is('rescuedAt', 'is', null)]))
    .orderBy('deadline')
    .limit(500)
    .execute()
  return rows as Call[]
}

/** To all whom the call suits and who have sealed nothing: the words tell nobody how many have. */
async function remindStartups(db: Db, call: Call, now: Date): Promise<void> {
  const answered = await listSealers(db, call.id)
  for (const startupId of await listMatchingStartups(db, call)) {
    if (answered.has(startupId)) continue
    await notify(
      db,
      {
        organisationId: startupId,
        roles: ['manager', 'member'],
        topic: 'reminders',
        subject: () =>
          t('Bientôt clos : {reference} {title}', {
            reference: call.reference ?? '',
            title: call.title,
          }),
        text: () =>
          t('Propositions jusqu’au {date}.', {
            date: call.deadline ? formatDateTime(call.deadline) : '',
          }),
        link: `/appels/${call.reference}`,
        key: `call:${call.id}:soon:${call.deadline?.getTime()}`,
      },
      now,
    )
  }
  await markCall(db, call, { remindedAt: now })
}

async function listSealers(db: Db, callId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('collaboration.proposalEnvelope')
    .select('startupId')
    .where('callId', '=', callId)
    .where('replacedAt', 'is', null)
    .execute()
  return new Set(rows.map(({ startupId }) => startupId))
}

async function tellCommune(db: Db, call: Call, now: Date): Promise<void> {
  await notify(
    db,
    {
      organisationId: call.communeId,
      roles: communeOfficers,
      topic: 'calls',
      subject: () => t('Personne n’a répondu : {reference}', { reference: call.reference ?? '' }),
      text: () => t('Prolongez l’appel, reformulez-le, ou demandez aux startups pourquoi.'),
      link: `/espace/appels/${call.id}/sans-reponse`,
      key: `call:${call.id}:unanswered:${call.deadline?.getTime()}`,
    },
    now,
  )
  await markCall(db, call, { rescuedAt: now })
}

async function markCall(db: Db, { id }: Call, marks: Partial<Call>): Promise<void> {
  await db.updateTable('collaboration.call').set(marks).where('id', '=', id).execute()
}

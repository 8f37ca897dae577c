/** What the invited are told: the invitation, a reminder, that the session does not take place. */
import { notify } from '#modules/identity/index.ts'
import type { Role } from '#platform/actor.ts'
import type { Db } from '#platform/database.ts'
import type { RecordedEvent } from '#platform/events.ts'
import { t, type Words } from '#platform/i18n.ts'
import type { Subscribers } from '#platform/jobs.ts'
import { queueMessage } from '#platform/messages.ts'
import { getSession } from '../sessions/session.queries.ts'
import type { ParticipantKind } from '../sessions/session.schema.ts'
import { tellPeriod } from '../sessions/session-period.rules.ts'
import { getInvitation, listInvitations, type SessionInvitation } from './invitation.queries.ts'
import { invitationAddress } from './invitation-address.ts'

/** Who opens the letter of each quality; elsewhere, everybody of the organisation. */
const readers: Partial<Record<ParticipantKind, readonly Role[]>> = {
  mayors: ['mayor', 'secretary'],
  elected: ['mayor', 'secretary'],
  staff: ['itOfficer', 'secretary'],
  startups: ['manager'],
}

interface Told {
  readonly subject: Words
  readonly text: Words
  /** The same key is the same message. */
  readonly key: string
}

export async function tellInvited(
  db: Db,
  { session, invitation }: SessionInvitation,
  { key, ...words }: Told,
  now: Date,
): Promise<void> {
  const { id, organisationId, email, kind } = invitation
  const about = { ...words, topic: 'sessions', key: `invitation:${id}:${key}` } as const
  if (organisationId) {
    const to = { organisationId, roles: readers[kind], link: invitationAddress(invitation) }
    await notify(db, { ...about, ...to }, now)
  } else if (email) {
    const { subject, text, topic, key: dedupeKey } = about
    const to = { channel: 'email', recipient: email, personId: null, topic } as const
    const letter = { subject: subject(), body: text(), locale: 'fr', dedupeKey } as const
    await queueMessage(db, { ...to, ...letter, link: `/sessions/${session.reference}` }, now)
  }
}

async function tellInvitation(db: Db, { subjectId, occurredAt }: RecordedEvent): Promise<void> {
  const invited = await getInvitation(db, subjectId)
  const { session } = invited
  const period = () => tellPeriod(session)
  await tellInvited(
    db,
    invited,
    {
      subject: () => t('Invitation : {theme}', { theme: session.theme }),
      text: () =>
        t('Vous êtes invités : {period}, {place}. Dites à l’association si vous venez.', {
          period: period(),
          place: session.place,
        }),
      key: 'sent',
    },
    occurredAt,
  )
}

async function tellCancellation(db: Db, { subjectId, occurredAt }: RecordedEvent): Promise<void> {
  const session = await getSession(db, subjectId)
  const { theme, statusReason } = session
  const told: Told = {
    subject: () => t('Session annulée : {theme}', { theme }),
    text: () => t('Cette session n’aura pas lieu : {reason}', { reason: statusReason ?? '—' }),
    key: 'cancelled',
  }
  const sent = (await listInvitations(db, subjectId)).filter(({ sentAt }) => sentAt !== null)
  for (const invitation of sent) await tellInvited(db, { session, invitation }, told, occurredAt)
}

export const invitationSubscribers: Subscribers = {
  'session.invite': [tellInvitation],
  'session.cancel': [tellCancellation],
}

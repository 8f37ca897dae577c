/** What the secretariat does with an account: closes its sessions, suspends it, restores it; each with its line and its reason. */
import { getPersonId } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import { Conflict } from '#platform/errors.ts'
import { t, type Words } from '#platform/i18n.ts'
import { createId } from '#platform/id.ts'
import type { Context } from '#platform/web.ts'
import { tellPerson } from '../notifications/tell-person.ts'
import { revokeOtherSessions } from '../sessions/session.ts'

export type AccountStep = 'suspend' | 'restore' | 'closeSessions'

const told: Readonly<Record<AccountStep, { subject: Words; text: (reason: string) => string }>> = {
  suspend: {
    subject: () => t('Votre compte est suspendu'),
    text: (reason) => t('L’association a suspendu votre compte. Motif : {reason}', { reason }),
  },
  restore: {
    subject: () => t('Votre compte est rétabli'),
    text: (reason) => t('Vous pouvez vous connecter de nouveau. Motif : {reason}', { reason }),
  },
  closeSessions: {
    subject: () => t('Vos sessions sont fermées'),
    text: (reason) =>
      t('L’association a fermé vos sessions : connectez-vous de nouveau. Motif : {reason}', {
        reason,
      }),
  },
}

/** Suspended, somebody neither signs in nor is told of anything but this. */
export async function moveAccount(
  context: Context,
  personId: string,
  step: AccountStep,
  reason: string,
): Promise<void> {
  const { db, actor, now } = context
  const { subject, text } = told[step]
  const notice = { personId, subject, text: () => text(reason), link: '/connexion' }
  await tellPerson(db, { ...notice, key: `account:${personId}:${step}:${now.getTime()}` }, now)
  if (step !== 'closeSessions') await setDisabled(context, personId, step === 'suspend')
  if (step !== 'restore') await revokeOtherSessions(context, personId, null)
  await db
    .insertInto('identity.accountEvent')
    .values({
      ...{ id: createId(now.getTime()), personId, step, reason },
      ...{ actorId: getPersonId(actor), occurredAt: now },
    })
    .execute()
  const entry = { subjectKind: 'person', subjectId: personId, details: {} }
  await recordAudit(db, { actor, organisationId: null, action: `account.${step}`, ...entry }, now)
}

async function setDisabled({ db, now }: Context, personId: string, isDisabled: boolean) {
  const changed = await db
    .updateTable('identity.person')
    .set({ disabledAt: isDisabled ? now : null })
    .where('id', '=', personId)
    .where('disabledAt', isDisabled ? 'is' : 'is not', null)
    .returning('id')
    .executeTakeFirst()
  if (!changed) throw new Conflict('Quelqu’un vient de le faire : rechargez la page.')
}

/** What waits for an organisation that is invited to sessions. */
import type { SpaceContribution } from '#modules/identity/index.ts'
import { worksForA } from '#platform/actor.ts'
import { t } from '#platform/i18n.ts'
import { tellPeriod } from '../sessions/session-period.rules.ts'
import { invitationPolicy } from './invitation.policy.ts'
import { listReceived } from './invitation.queries.ts'
import { invitationAddress } from './invitation-address.ts'

export const invitationSpace: SpaceContribution = {
  async listTasks(db, actor) {
    if (!actor.organisation || worksForA(actor, 'association')) return []
    const organisationId = actor.organisation.id
    const received = await listReceived(db, organisationId)
    return received
      .filter((one) =>
        invitationPolicy.answer(actor, { session: one, invitation: { ...one, organisationId } }),
      )
      .map((one) => ({
        title: one.answer ? t('Session à venir') : t('Répondre à l’invitation'),
        text: `${one.theme}, ${tellPeriod(one)}`,
        href: invitationAddress(one),
        tone: one.answer ? 'neutral' : 'warning',
      }))
  },
  listLinks: () => [],
}

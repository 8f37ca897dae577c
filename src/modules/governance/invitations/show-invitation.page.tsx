/** An invitation, as whoever got it reads it: the session, and what was answered. */
import type { Actor } from '#platform/actor.ts'
import { t } from '#platform/i18n.ts'
import { page } from '#platform/web.ts'
import { Actions, ButtonLink, DefinitionList, Page, Tag } from '#web/components/index.tsx'
import { participantLabels } from '../sessions/session.labels.ts'
import { tellPeriod } from '../sessions/session-period.rules.ts'
import { readState } from './invitation.labels.ts'
import { invitationPolicy } from './invitation.policy.ts'
import type { SessionInvitation } from './invitation.queries.ts'
import { invitationAddress, receivedHome } from './invitation-address.ts'
import { loadInvitation } from './load-invitations.ts'

export const showInvitationPage = page(`${receivedHome}/:invitationId`, {
  load: loadInvitation,
  allow: invitationPolicy.read,
  view: (shown, { actor }) => <ShowInvitation {...shown} actor={actor} />,
})

function ShowInvitation({ session, invitation, actor }: SessionInvitation & { actor: Actor }) {
  const { label, tone } = readState(invitation)
  const address = invitationAddress(invitation)
  return (
    <Page
      title={session.theme}
      kicker={
        <>
          {t('Invitation à une session')} <Tag tone={tone}>{label}</Tag>
        </>
      }
      breadcrumbs={[{ label: 'Mon espace', href: '/espace' }]}
    >
      <DefinitionList
        items={[
          { term: 'Quand', value: tellPeriod(session) },
          { term: 'Où', value: session.place },
          { term: 'Invité', value: invitation.name },
          { term: 'Qualité', value: t(participantLabels[invitation.kind]) },
          ...(invitation.seats
            ? [{ term: 'Personnes attendues', value: String(invitation.seats) }]
            : []),
          ...(invitation.representedBy
            ? [{ term: 'Représenté par', value: invitation.representedBy }]
            : []),
        ]}
      />
      <Actions>
        {invitationPolicy.answer(actor, { session, invitation }) && (
          <ButtonLink href={`${address}/reponse`}>
            {invitation.answer ? 'Changer la réponse' : 'Répondre'}
          </ButtonLink>
        )}
        <ButtonLink href={`/sessions/${session.reference}`} kind="quiet">
          L’ordre du jour et les documents
        </ButtonLink>
        <ButtonLink href={`${address}/lettre.pdf`} kind="quiet">
          La lettre à imprimer
        </ButtonLink>
      </Actions>
    </Page>
  )
}

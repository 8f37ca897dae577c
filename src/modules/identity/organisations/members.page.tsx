/** The members of an organisation, and who has been invited to join it. */
import { z } from 'zod'
import { Forbidden } from '#platform/errors.ts'
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { action, type Context, page, refuse, seeOther } from '#platform/web.ts'
import {
  ActionButton,
  Actions,
  ButtonLink,
  EmptyState,
  Page,
  Table,
} from '#web/components/index.tsx'
import { resendInvitation, revokeInvitation } from '../invitations/invitation.actions.ts'
import { type Invitation, listSentInvitations } from '../invitations/invitation.queries.ts'
import { showAddress } from '../people/identifier.rules.ts'
import { endMembership } from './membership.actions.ts'
import { mayChangeMembers, maySeeMembers } from './membership.policy.ts'
import {
  getOrganisation,
  listMembers,
  type Member,
  type Organisation,
} from './organisation.queries.ts'
import { roleLabels } from './role.labels.ts'

interface Shown {
  readonly organisation: Organisation
  readonly members: readonly Member[]
  readonly invitations: readonly Invitation[]
}

async function loadMembers(organisationId: string, context: Context): Promise<Shown> {
  const { db, actor, now } = context
  const organisation = await getOrganisation(db, organisationId)
  const members = await listMembers(db, organisationId)
  const isLeader = mayChangeMembers(actor, { organisation })
  const invitations = isLeader ? await listSentInvitations(db, organisation, now) : []
  return { organisation, members, invitations }
}

const pathOf = ({ id }: Organisation) => `/espace/organisations/${id}/membres`

export const ownMembersPage = page('/espace/organisation/membres', {
  load: (_, context) => {
    if (!context.actor.organisation) throw new Forbidden()
    return loadMembers(context.actor.organisation.id, context)
  },
  allow: maySeeMembers,
  view: (shown, { actor }) => <Members {...shown} mayChange={mayChangeMembers(actor, shown)} />,
})

export const membersPage = page('/espace/organisations/:organisationId/membres', {
  load: ({ organisationId }, context) => loadMembers(organisationId, context),
  allow: maySeeMembers,
  view: (shown, { actor }) => <Members {...shown} mayChange={mayChangeMembers(actor, shown)} />,
})

function Members({
  organisation,
  members,
  invitations,
  mayChange,
}: Shown & { mayChange: boolean }) {
  return (
    <Page
      title="Membres"
      kicker={organisation.name}
      breadcrumbs={[{ label: 'Mon espace', href: '/espace' }]}
    >
      {members.length > 0 ? (
        <MemberTable {...{ organisation, members, mayChange }} />
      ) : (
        <EmptyState title="Personne n’agit encore pour cette organisation" />
      )}
      {mayChange && (
        <Actions>
          <ButtonLink href={`${pathOf(organisation)}/inviter`}>Inviter quelqu’un</ButtonLink>
        </Actions>
      )}
      {invitations.length > 0 && <InvitationTable {...{ organisation, invitations }} />}
    </Page>
  )
}

type MemberProps = Pick<Shown, 'organisation' | 'members'> & { mayChange: boolean }

function MemberTable({ organisation, members, mayChange }: MemberProps) {
  const columns = [
    { key: 'name', label: 'Nom' },
    { key: 'role', label: 'Rôle' },
    { key: 'since', label: 'Depuis le' },
  ]
  return (
    <Table
      caption="Membres"
      isCaptionHidden
      columns={mayChange ? [...columns, { key: 'act', label: 'Action' }] : columns}
      rows={members.map(({ membershipId, fullName, role, since }) => ({
        name: fullName,
        role: t(roleLabels[role]),
        since: formatDate(since),
        act: mayChange && (
          <ActionButton
            action={`${pathOf(organisation)}/retirer`}
            label="Retirer"
            fields={{ membershipId }}
            confirm={t('{name} n’agira plus pour {organisation}.', {
              name: fullName,
              organisation: organisation.name,
            })}
          />
        ),
      }))}
    />
  )
}

function InvitationTable({
  organisation,
  invitations,
}: Pick<Shown, 'organisation' | 'invitations'>) {
  const base = pathOf(organisation)
  return (
    <Table
      caption="Invitations sans réponse"
      columns={[
        { key: 'to', label: 'À' },
        { key: 'role', label: 'Rôle' },
        { key: 'until', label: 'Valable jusqu’au' },
        { key: 'act', label: 'Action' },
      ]}
      rows={invitations.map(({ id, recipient, role, expiresAt }) => ({
        to: showAddress(recipient),
        role: t(roleLabels[role]),
        until: formatDate(expiresAt),
        act: (
          <Actions>
            <ActionButton
              action={`${base}/renvoyer`}
              label="Renvoyer"
              fields={{ invitationId: id }}
            />
            <ActionButton
              action={`${base}/annuler`}
              label="Annuler"
              fields={{ invitationId: id }}
            />
          </Actions>
        ),
      }))}
    />
  )
}

async function loadOrganisation(
  { organisationId }: { organisationId: string },
  { db }: Context,
): Promise<{ organisation: Organisation }> {
  return { organisation: await getOrganisation(db, organisationId) }
}

const nobodyLeft =
  'Quelqu’un doit répondre de l’organisation : invitez d’abord un autre responsable.'

export const endMembershipAction = action('/espace/organisations/:organisationId/membres/retirer', {
  load: loadOrganisation,
  allow: mayChangeMembers,
  input: z.object({ membershipId: z.uuid() }),
  back: ({ organisation }) => pathOf(organisation),
  act: async ({ organisation }, { membershipId }, context) => {
    const isEnded = await endMembership(context, organisation, membershipId)
    if (!isEnded) return refuse({ form: nobodyLeft })
    return seeOther(pathOf(organisation), 'Cette personne n’est plus membre.')
  },
})

const OneInvitation = z.object({ invitationId: z.uuid() })

export const resendInvitationAction = action(
  '/espace/organisations/:organisationId/membres/renvoyer',
  {
    load: loadOrganisation,
    allow: mayChangeMembers,
    input: OneInvitation,
    limit: { points: 60, seconds: 3600 },
    back: ({ organisation }) => pathOf(organisation),
    act: async ({ organisation }, { invitationId }, context) => {
      await resendInvitation(context, organisation, invitationId)
      return seeOther(pathOf(organisation), 'L’invitation est repartie, avec un nouveau lien.')
    },
  },
)

export const revokeInvitationAction = action(
  '/espace/organisations/:organisationId/membres/annuler',
  {
    load: loadOrganisation,
    allow: mayChangeMembers,
    input: OneInvitation,
    back: ({ organisation }) => pathOf(organisation),
    act: async ({ organisation }, { invitationId }, context) => {
      await revokeInvitation(context, organisation.id, invitationId)
      return seeOther(pathOf(organisation), 'L’invitation est annulée.')
    },
  },
)

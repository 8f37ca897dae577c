/** The members of an organisation: invited, shown, and let go by those who answer for it. */

import { z } from 'zod'
import { type Actor, worksFor, worksForA } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import {
  action,
  type Context,
  fields,
  form,
  refuse,
  type Submission,
  seeOther,
} from '#platform/web.ts'
import {
  ActionButton,
  Form,
  FormSection,
  Page,
  Select,
  Table,
  TextField,
} from '#web/components/index.tsx'
import { invite, listInvitations, revokeInvitation } from '../invitations/invitation.ts'
import { parseIdentifier } from '../people/identifier.rules.ts'
import {
  getOrganisation,
  listMembers,
  type Member,
  type Organisation,
} from './organisation.queries.ts'
import { leadingRoles, roleLabels, rolesOf } from './role.labels.ts'

interface Shown {
  readonly organisation: Organisation
  readonly members: readonly Member[]
  readonly invitations: Awaited<ReturnType<typeof listInvitations>>
  readonly path: string
}

/** Its own leaders, and the association's secretariat, which helps everybody. */
function mayManageMembers(actor: Actor, { organisation }: { organisation: Organisation }): boolean {
  return (
    worksFor(actor, organisation.id, ...leadingRoles[organisation.kind]) ||
    worksForA(actor, 'association', 'staff')
  )
}

async function loadMembers(
  organisationId: string,
  path: string,
  { db, now }: Context,
): Promise<Shown> {
  const organisation = await getOrganisation(db, organisationId)
  return {
    organisation,
    path,
    members: await listMembers(db, organisationId),
    invitations: await listInvitations(db, organisationId, now),
  }
}

const Inviting = z.object({
  destinataire: fields.text({
    max: 200,
    missing: 'Indiquez un téléphone ou une adresse électronique',
  }),
  role: z.string().max(30),
})
type Inviting = z.infer<typeof Inviting>

async function sendInvitation(
  { organisation, path }: Shown,
  { destinataire, role }: Inviting,
  context: Context,
) {
  const recipient = parseIdentifier(destinataire)
  if (!recipient)
    return refuse({
      destinataire: 'Indiquez un numéro de téléphone ou une adresse électronique valable',
    })
  const chosen = rolesOf[organisation.kind].find((name) => name === role)
  if (!chosen) return refuse({ role: 'Choisissez un rôle' })
  await invite(context, { organisation, role: chosen, recipient })
  return seeOther(path, 'L’invitation est partie.')
}

const ownPath = '/espace/organisation/membres'
const pathOf = (organisationId: string) => `/espace/organisations/${organisationId}/membres`

const ownMembersPage = form(ownPath, {
  load: (_, context) =>
    loadMembers(
      context.actor.organisation?.id ?? '00000000-0000-7000-8000-000000000000',
      ownPath,
      context,
    ),
  allow: (actor: Actor, shown: Shown) => mayManageMembers(actor, shown),
  input: Inviting,
  limit: { points: 60, seconds: 3600 },
  invalid: (shown, submission) => <Members {...shown} {...submission} />,
  valid: sendInvitation,
})

const membersPage = form('/espace/organisations/:organisationId/membres', {
  load: ({ organisationId }, context) =>
    loadMembers(organisationId, pathOf(organisationId), context),
  allow: (actor: Actor, shown: Shown) => mayManageMembers(actor, shown),
  input: Inviting,
  limit: { points: 60, seconds: 3600 },
  invalid: (shown, submission) => <Members {...shown} {...submission} />,
  valid: sendInvitation,
})

function Members({
  organisation,
  members,
  invitations,
  path,
  values,
  errors,
}: Shown & Submission<Inviting>) {
  const base = pathOf(organisation.id)
  return (
    <Page
      title={t('Membres de {name}', { name: organisation.name })}
      errors={errors}
      breadcrumbs={[{ label: 'Mon espace', href: '/espace' }]}
    >
      <Table
        caption="Membres"
        columns={[
          { key: 'name', label: 'Nom' },
          { key: 'role', label: 'Rôle' },
          { key: 'since', label: 'Depuis le' },
          { key: 'act', label: 'Action' },
        ]}
        rows={members.map((member) => ({
          name: member.fullName,
          role: t(roleLabels[member.role]),
          since: formatDate(member.since),
          act: (
            <ActionButton
              action={`${base}/retirer`}
              label="Retirer"
              kind="quiet"
              fields={{ membershipId: member.membershipId }}
              confirm="Cette personne n’agira plus pour l’organisation."
            />
          ),
        }))}
      />
      {invitations.length > 0 && (
        <Table
          caption="Invitations envoyées"
          columns={[
            { key: 'to', label: 'À' },
            { key: 'role', label: 'Rôle' },
            { key: 'until', label: 'Valable jusqu’au' },
            { key: 'act', label: 'Action' },
          ]}
          rows={invitations.map((invitation) => ({
            to: invitation.recipient,
            role: t(roleLabels[invitation.role as keyof typeof roleLabels]),
            until: formatDate(invitation.expiresAt),
            act: (
              <ActionButton
                action={`${base}/annuler`}
                label="Annuler"
                kind="quiet"
                fields={{ invitationId: invitation.id }}
              />
            ),
          }))}
        />
      )}
      <FormSection title="Inviter quelqu’un">
        <Form action={path} submit="Envoyer l’invitation">
          <TextField
            name="destinataire"
            label="Téléphone ou adresse électronique"
            value={values.destinataire}
            error={errors.destinataire}
          />
          <Select
            name="role"
            label="Rôle"
            value={values.role}
            error={errors.role}
            options={rolesOf[organisation.kind].map((value) => ({
              value,
              label: roleLabels[value],
            }))}
          />
        </Form>
      </FormSection>
    </Page>
  )
}

const loadOrganisation = async (
  { organisationId }: { organisationId: string },
  { db }: Context,
) => ({ organisation: await getOrganisation(db, organisationId) })
const backTo = (actor: Actor, organisationId: string) =>
  actor.organisation?.id === organisationId ? ownPath : pathOf(organisationId)

const endMembershipAction = action('/espace/organisations/:organisationId/membres/retirer', {
  load: loadOrganisation,
  allow: mayManageMembers,
  input: z.object({ membershipId: z.uuid() }),
  back: ({ organisation }) => pathOf(organisation.id),
  act: async ({ organisation }, { membershipId }, { db, actor, now }) => {
    const members = await listMembers(db, organisation.id)
    const leaders = members.filter(({ role }) => leadingRoles[organisation.kind].includes(role))
    if (leaders.length === 1 && leaders[0]?.membershipId === membershipId) {
      return refuse({
        form: 'Quelqu’un doit répondre de l’organisation : nommez d’abord un autre responsable.',
      })
    }
    await db
      .updateTable('identity.membership')
      .set({ endedAt: now })
      .where('id', '=', membershipId)
      .where('organisationId', '=', organisation.id)
      .execute()
    await recordAudit(
      db,
      {
        actor,
        organisationId: organisation.id,
        action: 'membership.end',
        subjectKind: 'membership',
        subjectId: membershipId,
        details: {},
      },
      now,
    )
    return seeOther(backTo(actor, organisation.id), 'Cette personne n’est plus membre.')
  },
})

const revokeInvitationAction = action('/espace/organisations/:organisationId/membres/annuler', {
  load: loadOrganisation,
  allow: mayManageMembers,
  input: z.object({ invitationId: z.uuid() }),
  back: ({ organisation }) => pathOf(organisation.id),
  act: async ({ organisation }, { invitationId }, { db, actor, now }) => {
    await revokeInvitation(db, organisation.id, invitationId, now)
    return seeOther(backTo(actor, organisation.id), 'L’invitation est annulée.')
  },
})

export const memberPages = [
  ownMembersPage,
  membersPage,
  endMembershipAction,
  revokeInvitationAction,
]

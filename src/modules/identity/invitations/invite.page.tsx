/** Inviting somebody into an organisation, in one of the roles of its kind. */
import { z } from 'zod'
import { fields, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import { Form, Page, Select, TextField } from '#web/components/index.tsx'
import { mayChangeMembers } from '../organisations/membership.policy.ts'
import {
  getOrganisation,
  isMemberReachedAt,
  type Organisation,
} from '../organisations/organisation.queries.ts'
import { roleLabels, rolesOf } from '../organisations/role.labels.ts'
import { parseIdentifier, wrongIdentifier } from '../people/identifier.rules.ts'
import { inviteMember } from './invitation.actions.ts'

const Inviting = z.object({
  destinataire: fields.text({
    max: 200,
    missing: 'Indiquez un téléphone ou une adresse électronique',
  }),
  role: fields.text({ max: 30, missing: 'Choisissez un rôle' }),
})

const pathOf = ({ id }: Organisation) => `/espace/organisations/${id}/membres`

export const invitePage = form('/espace/organisations/:organisationId/membres/inviter', {
  load: async ({ organisationId }, { db }) => ({
    organisation: await getOrganisation(db, organisationId),
  }),
  allow: mayChangeMembers,
  input: Inviting,
  limit: { points: 60, seconds: 3600 },
  invalid: ({ organisation }, submission) => (
    <InviteForm organisation={organisation} {...submission} />
  ),
  valid: async ({ organisation }, { destinataire, role: chosen }, context) => {
    const recipient = parseIdentifier(destinataire)
    if (!recipient) return refuse({ destinataire: wrongIdentifier })
    const role = rolesOf[organisation.kind].find((name) => name === chosen)
    if (!role) return refuse({ role: 'Choisissez un rôle de cette organisation' })
    if (await isMemberReachedAt(context.db, organisation.id, role, recipient.address))
      return refuse({ destinataire: 'Cette personne a déjà ce rôle' })
    await inviteMember(context, { organisation, role, recipient })
    return seeOther(pathOf(organisation), 'L’invitation est partie. Elle est valable 14 jours.')
  },
})

type Props = Submission<z.infer<typeof Inviting>> & { organisation: Organisation }

function InviteForm({ organisation, values, errors }: Props) {
  return (
    <Page
      title="Inviter quelqu’un"
      kicker={organisation.name}
      lead="La personne reçoit un lien. Elle agira pour l’organisation dès qu’elle l’aura accepté."
      errors={errors}
      breadcrumbs={[{ label: 'Membres', href: pathOf(organisation) }]}
    >
      <Form
        action={`${pathOf(organisation)}/inviter`}
        submit="Envoyer l’invitation"
        secondary={{ label: 'Annuler', href: pathOf(organisation) }}
      >
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
    </Page>
  )
}

/** A new account for whoever was invited: the link they hold proves the address it was sent to. */
import { z } from 'zod'
import { orNotFound } from '#platform/errors.ts'
import { visitorsOnly } from '#platform/policy.ts'
import { form, refuse, type Submission, seeOther } from '#platform/web.ts'
import { Form, Page, PasswordField, TextField } from '#web/components/index.tsx'
import { parseIdentifier, showAddress } from '../people/identifier.rules.ts'
import { findPasswordFault, newPassword, passwordHint } from '../people/password.rules.ts'
import { hashPassword } from '../people/password.ts'
import { createPerson } from '../people/person.actions.ts'
import { personName } from '../people/person.fields.ts'
import { welcome } from '../sessions/finish-sign-in.ts'
import { acceptInvitation } from './answer-invitation.ts'
import { findInvitationByToken, type Invitation } from './invitation.queries.ts'

const NewAccount = z.object({ nom: personName, motDePasse: newPassword })

export const joinWithAccountPage = form('/invitations/:token/compte', {
  load: async ({ token }, context) => ({
    path: `/invitations/${token}`,
    invitation: orNotFound(await findInvitationByToken(context, token)),
  }),
  allow: visitorsOnly,
  input: NewAccount,
  limit: { points: 60, seconds: 3600 },
  invalid: (shown, submission) => <JoinForm {...shown} {...submission} />,
  valid: async ({ invitation, path }, { nom: name, motDePasse }, context) => {
    const fault = findPasswordFault(motDePasse, { fullName: name, email: invitation.recipient })
    if (fault) return refuse({ motDePasse: fault })
    const identifier = orNotFound(parseIdentifier(invitation.recipient))
    const passwordHash = await hashPassword(motDePasse)
    const id = await createPerson(context, { name, identifier, passwordHash })
    if (!id) return seeOther(`/connexion?suite=${path}`, 'Vous avez déjà un compte.', 'info')
    const actor = { kind: 'person', id, name, organisation: null, role: null } as const
    await acceptInvitation({ ...context, actor }, invitation)
    await welcome(context, id, false)
    return seeOther('/espace', 'Bienvenue ! Votre compte est créé.')
  },
})

type Props = Submission<z.infer<typeof NewAccount>> & { invitation: Invitation; path: string }

function JoinForm({ invitation, path, values, errors }: Props) {
  return (
    <Page
      title="Créer mon compte"
      lead={`Pour rejoindre ${invitation.organisationName}, avec ${showAddress(invitation.recipient)}.`}
      errors={errors}
      breadcrumbs={[{ label: 'Invitation', href: path }]}
    >
      <Form action={`${path}/compte`} submit="Créer mon compte et accepter">
        <TextField
          name="nom"
          label="Nom et prénom"
          value={values.nom}
          error={errors.nom}
          autocomplete="name"
        />
        <PasswordField
          name="motDePasse"
          label="Mot de passe"
          hint={passwordHint}
          error={errors.motDePasse}
          autocomplete="new-password"
        />
      </Form>
    </Page>
  )
}

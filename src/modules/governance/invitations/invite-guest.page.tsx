/** Invites who has no account: an administration, a resource person, by their function. */
import { type Context, form, type Submission, seeOther } from '#platform/web.ts'
import { choicesOf, EmailField, Form, Page, Select, TextField } from '#web/components/index.tsx'
import { sessionsHome } from '../sessions/my-sessions.page.tsx'
import { participantLabels } from '../sessions/session.labels.ts'
import { getSession } from '../sessions/session.queries.ts'
import type { Session } from '../sessions/session.schema.ts'
import { inviteGuest } from './invitation.actions.ts'
import { invitationPolicy } from './invitation.policy.ts'
import { GuestInput, type GuestValues } from './invitation.schema.ts'
import { listAddress, listBack } from './load-invitations.ts'

interface Inviting {
  readonly session: Session
}

export const inviteGuestPage = form(`${sessionsHome}/:sessionId/invitations/autre`, {
  load: async ({ sessionId }: { sessionId: string }, { db }: Context): Promise<Inviting> => ({
    session: await getSession(db, sessionId),
  }),
  allow: invitationPolicy.invite,
  input: GuestInput,
  invalid: ({ session }, submission) => <InviteGuest session={session} {...submission} />,
  valid: async ({ session }, values, context) => {
    await inviteGuest(context, session, values)
    return seeOther(listAddress(session), 'L’invitation est dans la liste.')
  },
})

function InviteGuest({ session, values, errors }: Inviting & Submission<GuestValues>) {
  const back = listBack(session)
  return (
    <Page title="Inviter quelqu’un d’autre" errors={errors} breadcrumbs={[back]}>
      <Form submit="Ajouter à la liste" secondary={{ label: 'Annuler', href: back.href }}>
        <Select
          name="kind"
          label="Qualité"
          empty="Choisissez"
          options={choicesOf(participantLabels)}
          value={values.kind}
          error={errors.kind}
        />
        <TextField
          name="guest"
          label="Fonction ou organisation"
          hint="Sans nom de personne : « Le préfet des Collines », « Agence en charge du numérique »."
          value={values.guest}
          error={errors.guest}
        />
        <EmailField
          name="email"
          label="Adresse électronique"
          hint="Vide : imprimez la lettre et notez la réponse."
          value={values.email}
          error={errors.email}
          required={false}
        />
      </Form>
    </Page>
  )
}

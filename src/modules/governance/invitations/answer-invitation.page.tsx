/** The answer to an invitation: by whoever got it, or noted by the association for whoever called. */
import type { Actor } from '#platform/actor.ts'
import { form, type Submission, seeOther } from '#platform/web.ts'
import {
  choicesOf,
  Form,
  NumberField,
  Page,
  RadioGroup,
  TextField,
} from '#web/components/index.tsx'
import { saveAnswer } from './invitation.actions.ts'
import { answerLabels } from './invitation.labels.ts'
import { invitationPolicy } from './invitation.policy.ts'
import type { SessionInvitation } from './invitation.queries.ts'
import { AnswerInput, type AnswerValues } from './invitation.schema.ts'
import { invitationAddress, receivedHome } from './invitation-address.ts'
import { listAddress, loadInvitation } from './load-invitations.ts'

const mayAnswer = (actor: Actor, invited: SessionInvitation) =>
  invitationPolicy.answer(actor, invited) ||
  (invited.invitation.sentAt !== null && invitationPolicy.note(actor, invited))

export const answerInvitationPage = form(`${receivedHome}/:invitationId/reponse`, {
  load: loadInvitation,
  allow: mayAnswer,
  input: AnswerInput,
  initial: ({ invitation: { answer, seats, representedBy } }) => ({
    ...{ answer: answer ?? undefined, seats: seats ?? 1, representedBy },
  }),
  invalid: (invited, submission) => <AnswerInvitation {...invited} {...submission} />,
  valid: async (invited, values, context) => {
    const { session, invitation } = invited
    await saveAnswer(context, session, invitation, values)
    return invitationPolicy.answer(context.actor, invited)
      ? seeOther(invitationAddress(invitation), 'Votre réponse est envoyée à l’association.')
      : seeOther(listAddress(session), 'La réponse est notée.')
  },
})

type Props = SessionInvitation & Submission<AnswerValues>

function AnswerInvitation({ session, invitation, values, errors }: Props) {
  const back = { label: session.theme, href: invitationAddress(invitation) }
  return (
    <Page
      title="Répondre à l’invitation"
      kicker={invitation.name}
      errors={errors}
      breadcrumbs={[back]}
    >
      <Form submit="Enregistrer la réponse" secondary={{ label: 'Annuler', href: back.href }}>
        <RadioGroup
          name="answer"
          label="Réponse"
          options={choicesOf(answerLabels)}
          value={values.answer}
          error={errors.answer}
        />
        <NumberField
          name="seats"
          label="Combien de personnes viennent"
          value={values.seats}
          error={errors.seats}
          required={false}
        />
        <TextField
          name="representedBy"
          label="Qui représente l’invité"
          hint="Une fonction, sans nom de personne : « Le premier adjoint au maire »."
          value={values.representedBy}
          error={errors.representedBy}
          required={false}
        />
      </Form>
    </Page>
  )
}

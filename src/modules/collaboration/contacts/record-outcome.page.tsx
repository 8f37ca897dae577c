/** The commune says what follows a demonstration, and why. */
import type { z } from 'zod'
import { form, type Submission, seeOther } from '#platform/web.ts'
import { Form, Page, RadioGroup, TextArea, TextField } from '#web/components/index.tsx'
import { moveContact } from './contact.actions.ts'
import { contactPolicy } from './contact.policy.ts'
import { type Contact, RecordOutcome } from './contact.schema.ts'
import { addressOf, listCrumbs, loadContact } from './contact.steps.ts'

export const recordOutcomePage = form('/espace/contacts/:contactId/issue', {
  load: loadContact,
  allow: contactPolicy.followUp,
  input: RecordOutcome,
  invalid: (contact, submission) => <Outcome contact={contact} {...submission} />,
  valid: async (contact, { outcome, reason, next }, context) => {
    await moveContact(context, contact, outcome, {
      reason,
      set: { outcomeReason: reason, outcomeNext: next || null },
    })
    return seeOther(
      addressOf(contact),
      'L’issue est enregistrée. La startup reçoit votre réponse et son motif.',
    )
  },
})

function Outcome({
  contact,
  values,
  errors,
}: Submission<z.infer<typeof RecordOutcome>> & { contact: Contact }) {
  return (
    <Page title="La suite donnée" errors={errors} breadcrumbs={listCrumbs(contact)}>
      <Form
        action={`${addressOf(contact)}/issue`}
        submit="Enregistrer l’issue"
        secondary={{ label: 'Annuler', href: addressOf(contact) }}
      >
        <RadioGroup
          name="outcome"
          label="Donnez-vous suite ?"
          options={[
            { value: 'followUp', label: 'Oui, nous donnons suite' },
            { value: 'close', label: 'Non, nous en restons là' },
          ]}
          value={values.outcome}
          error={errors.outcome}
        />
        <TextArea
          name="reason"
          label="Pourquoi"
          hint="La startup recevra ce texte : il l’aide à progresser."
          value={values.reason}
          error={errors.reason}
          rows={5}
        />
        <TextField
          name="next"
          label="La suite prévue"
          hint="Essai, demande de cotation, visite… si vous le savez."
          value={values.next}
          error={errors.next}
          required={false}
        />
      </Form>
    </Page>
  )
}

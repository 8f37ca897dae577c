/** A side ends a contact, and says why: a startup declines, a commune withdraws. */
import type { z } from 'zod'
import { form, type Submission, seeOther } from '#platform/web.ts'
import { Form, Page, TextArea } from '#web/components/index.tsx'
import { moveContact } from './contact.actions.ts'
import { contactPolicy } from './contact.policy.ts'
import { type Contact, DeclineContact, WithdrawContact } from './contact.schema.ts'
import { addressOf, listCrumbs, loadContact } from './contact.steps.ts'

function AskReason({
  contact,
  path,
  title,
  values,
  errors,
}: Submission<z.infer<typeof DeclineContact>> & { contact: Contact; path: string; title: string }) {
  return (
    <Page title={title} errors={errors} breadcrumbs={listCrumbs(contact)}>
      <Form
        action={`${addressOf(contact)}/${path}`}
        submit={title}
        danger
        secondary={{ label: 'Annuler', href: addressOf(contact) }}
      >
        <TextArea
          name="reason"
          label="Motif"
          hint="L’autre partie recevra ce texte tel quel."
          value={values.reason}
          error={errors.reason}
          rows={5}
        />
      </Form>
    </Page>
  )
}

export const declineContactPage = form('/espace/contacts/:contactId/decliner', {
  load: loadContact,
  allow: contactPolicy.decline,
  input: DeclineContact,
  invalid: (contact, submission) => (
    <AskReason
      contact={contact}
      path="decliner"
      title="Décliner la mise en relation"
      {...submission}
    />
  ),
  valid: async (contact, { reason }, context) => {
    await moveContact(context, contact, 'decline', { reason, set: { declineReason: reason } })
    return seeOther(addressOf(contact), 'La commune reçoit votre réponse et son motif.')
  },
})

export const withdrawContactPage = form('/espace/contacts/:contactId/retirer', {
  load: loadContact,
  allow: contactPolicy.withdraw,
  input: WithdrawContact,
  invalid: (contact, submission) => (
    <AskReason
      contact={contact}
      path="retirer"
      title="Retirer la mise en relation"
      {...submission}
    />
  ),
  valid: async (contact, { reason }, context) => {
    await moveContact(context, contact, 'withdraw', { reason, set: { outcomeReason: reason } })
    return seeOther(addressOf(contact), 'La mise en relation est retirée. La startup est prévenue.')
  },
})

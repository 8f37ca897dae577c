/** A startup accepts to meet a commune. */
import type { z } from 'zod'
import { formatDateTime } from '#platform/format.ts'
import { form, refuse, type Submission, seeOther } from '#platform/web.ts'
import { Form, Page, RadioGroup, TextArea } from '#web/components/index.tsx'
import { moveContact, writeMessage } from './contact.actions.ts'
import { contactPolicy } from './contact.policy.ts'
import { AcceptContact, type Contact } from './contact.schema.ts'
import { addressOf, listCrumbs, loadContact } from './contact.steps.ts'

/** The startup accepts; choosing one of the proposed dates fixes the demonstration at once. */
export const acceptContactPage = form('/espace/contacts/:contactId/accepter', {
  load: loadContact,
  allow: contactPolicy.accept,
  input: AcceptContact,
  invalid: (contact, submission) => <Accept contact={contact} {...submission} />,
  valid: async (contact, { message, chosenDate }, context) => {
    const at = contact.proposedDates.find((date) => date.toISOString() === chosenDate)
    if (chosenDate && !at) return refuse({ chosenDate: 'Choisissez parmi les dates proposées' })
    if (at && at <= context.now)
      return refuse({
        chosenDate: 'Cette date est passée : proposez-en une autre dans votre message',
      })
    await moveContact(context, contact, 'accept')
    if (at)
      await moveContact(context, contact, 'schedule', {
        set: { demonstrationAt: at, demonstrationPlace: 'À convenir dans les échanges' },
      })
    await writeMessage(context, contact, message)
    return seeOther(addressOf(contact), 'Votre réponse est envoyée à la commune.')
  },
})

function Accept({
  contact,
  values,
  errors,
}: Submission<z.infer<typeof AcceptContact>> & { contact: Contact }) {
  const dates = contact.proposedDates.map((date) => ({
    value: date.toISOString(),
    label: formatDateTime(date),
  }))
  return (
    <Page title="Accepter la mise en relation" errors={errors} breadcrumbs={listCrumbs(contact)}>
      <Form
        action={`${addressOf(contact)}/accepter`}
        submit="Accepter"
        secondary={{ label: 'Annuler', href: addressOf(contact) }}
      >
        {dates.length > 0 && (
          <RadioGroup
            name="chosenDate"
            label="Date de la démonstration"
            options={[
              ...dates,
              { value: '', label: 'Aucune ne convient : j’en propose d’autres dans mon message' },
            ]}
            value={values.chosenDate ?? ''}
            error={errors.chosenDate}
          />
        )}
        <TextArea
          name="message"
          label="Votre message à la commune"
          value={values.message}
          error={errors.message}
          rows={6}
        />
      </Form>
    </Page>
  )
}

/** Either side fixes the date and the place of a demonstration, or changes them. */
import type { z } from 'zod'
import { toLocalMoment } from '#platform/format.ts'
import { form, refuse, type Submission, seeOther } from '#platform/web.ts'
import { DateTimeField, Form, Page, TextField } from '#web/components/index.tsx'
import { moveContact } from './contact.actions.ts'
import { contactPolicy } from './contact.policy.ts'
import { type Contact, ScheduleContact } from './contact.schema.ts'
import { addressOf, listCrumbs, loadContact } from './contact.steps.ts'

export const scheduleDemonstrationPage = form('/espace/contacts/:contactId/date', {
  load: loadContact,
  allow: contactPolicy.schedule,
  input: ScheduleContact,
  initial: (contact) => ({
    at: contact.demonstrationAt ? toLocalMoment(contact.demonstrationAt) : undefined,
    place: contact.demonstrationPlace,
  }),
  invalid: (contact, submission) => <Schedule contact={contact} {...submission} />,
  valid: async (contact, { at, place }, context) => {
    if (at <= context.now) return refuse({ at: 'Choisissez une date à venir' })
    await moveContact(context, contact, 'schedule', {
      set: {
        demonstrationAt: at,
        demonstrationPlace: place,
        demonstrationRemindedAt: null,
        outcomeRemindedAt: null,
      },
    })
    return seeOther(addressOf(contact), 'La date est fixée. L’autre partie est prévenue.')
  },
})

function Schedule({
  contact,
  values,
  errors,
}: Submission<z.infer<typeof ScheduleContact>> & { contact: Contact }) {
  return (
    <Page
      title="Fixer la date de la démonstration"
      errors={errors}
      breadcrumbs={listCrumbs(contact)}
    >
      <Form
        action={`${addressOf(contact)}/date`}
        submit="Fixer la date"
        secondary={{ label: 'Annuler', href: addressOf(contact) }}
      >
        <DateTimeField
          name="at"
          label="Jour et heure"
          hint="Heure du Bénin."
          value={values.at}
          error={errors.at}
        />
        <TextField
          name="place"
          label="Lieu"
          hint="Adresse, ou lien de la visioconférence."
          value={values.place}
          error={errors.place}
        />
      </Form>
    </Page>
  )
}

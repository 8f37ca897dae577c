/** The steps of a contact, each its own small form. */

import { z } from 'zod'
import { formatDateTime } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { form, refuse, type Submission, seeOther } from '#platform/web.ts'
import {
  DateTimeField,
  Form,
  Page,
  RadioGroup,
  TextArea,
  TextField,
} from '#web/components/index.tsx'
import { moveContact, writeMessage } from './contact.actions.ts'
import { contactPolicy } from './contact.policy.ts'
import { getContact } from './contact.queries.ts'
import {
  AcceptContact,
  type Contact,
  DeclineContact,
  RecordOutcome,
  ScheduleContact,
  toLocalMoment,
  WithdrawContact,
} from './contact.schema.ts'

const load = ({ contactId }: { contactId: string }, { db }: Parameters<typeof writeMessage>[0]) =>
  getContact(db, contactId)
const addressOf = (contact: Contact) => `/espace/contacts/${contact.id}`
const crumbs = (contact: Contact) => [{ label: contact.reference, href: addressOf(contact) }]

/** The startup accepts; choosing one of the proposed dates fixes the demonstration at once. */
const acceptPage = form('/espace/contacts/:contactId/accepter', {
  load,
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
    <Page title="Accepter la mise en relation" errors={errors} breadcrumbs={crumbs(contact)}>
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

const schedulePage = form('/espace/contacts/:contactId/date', {
  load,
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
    <Page title="Fixer la date de la démonstration" errors={errors} breadcrumbs={crumbs(contact)}>
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

const demonstratedPage = form('/espace/contacts/:contactId/demonstration', {
  load,
  allow: contactPolicy.demonstrate,
  input: z.object({}),
  invalid: (contact, { errors }) => (
    <Page title="La démonstration a eu lieu" errors={errors} breadcrumbs={crumbs(contact)}>
      <p>
        {t(
          'Confirmez que la démonstration du {date} a eu lieu. Il restera à dire la suite que vous donnez.',
          { date: contact.demonstrationAt ? formatDateTime(contact.demonstrationAt) : '' },
        )}
      </p>
      <Form
        action={`${addressOf(contact)}/demonstration`}
        submit="Confirmer"
        secondary={{ label: 'Annuler', href: addressOf(contact) }}
      >
        {null}
      </Form>
    </Page>
  ),
  valid: async (contact, _, context) => {
    if (contact.demonstrationAt && contact.demonstrationAt > context.now) {
      return refuse({ form: 'La date de la démonstration n’est pas encore passée.' })
    }
    await moveContact(context, contact, 'demonstrate')
    return seeOther(
      `${addressOf(contact)}/issue`,
      'C’est noté. Dites maintenant la suite que vous donnez.',
    )
  },
})

const outcomePage = form('/espace/contacts/:contactId/issue', {
  load,
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
    <Page title="La suite donnée" errors={errors} breadcrumbs={crumbs(contact)}>
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

const Reason = DeclineContact

function AskReason({
  contact,
  path,
  title,
  values,
  errors,
}: Submission<z.infer<typeof Reason>> & { contact: Contact; path: string; title: string }) {
  return (
    <Page title={title} errors={errors} breadcrumbs={crumbs(contact)}>
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

const declinePage = form('/espace/contacts/:contactId/decliner', {
  load,
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

const withdrawPage = form('/espace/contacts/:contactId/retirer', {
  load,
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

export const moveContactPages = [
  acceptPage,
  schedulePage,
  demonstratedPage,
  outcomePage,
  declinePage,
  withdrawPage,
]

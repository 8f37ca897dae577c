/** The commune says that the demonstration took place. */
import { z } from 'zod'
import { formatDateTime } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { form, refuse, seeOther } from '#platform/web.ts'
import { Form, Page } from '#web/components/index.tsx'
import { moveContact } from './contact.actions.ts'
import { contactPolicy } from './contact.policy.ts'
import { addressOf, listCrumbs, loadContact } from './contact.steps.ts'

export const confirmDemonstrationPage = form('/espace/contacts/:contactId/demonstration', {
  load: loadContact,
  allow: contactPolicy.demonstrate,
  input: z.object({}),
  invalid: (contact, { errors }) => (
    <Page title="La démonstration a eu lieu" errors={errors} breadcrumbs={listCrumbs(contact)}>
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

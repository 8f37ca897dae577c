/** Adding a receiver and changing it: its name, its address, what it follows. */
import { getOrganisation, type Organisation } from '#modules/identity/index.ts'
import { getPersonId } from '#platform/actor.ts'
import { form, refuse, type Submission, seeOther } from '#platform/web.ts'
import { CheckboxGroup, Form, Page, TextField, UrlField } from '#web/components/index.tsx'
import { eventKinds, listKindsOf } from './event-kinds.lists.ts'
import { changesReceiver, loadReceiver, type OfReceiver, routePath } from './load-receiver.ts'
import { receiverAddress, receiversOf } from './receiver-address.ts'
import { shownSecret } from './shown-secret.page.tsx'
import { addReceiver, changeReceiver } from './webhook.actions.ts'
import { mayAddReceivers } from './webhook.policy.ts'
import { isRefusal, ReceiverInput, readWishes } from './webhook.schema.ts'

const limit = { points: 30, seconds: 3600 }

export const addReceiverPage = form(`${routePath}/nouveau`, {
  load: async ({ organisationId }, { db }) => ({
    organisation: await getOrganisation(db, organisationId),
  }),
  allow: mayAddReceivers,
  input: ReceiverInput,
  limit,
  invalid: ({ organisation }, submission) => (
    <ReceiverForm
      {...{ organisation, ...submission }}
      title="Ajouter un récepteur"
      action={`${receiversOf(organisation.id)}/nouveau`}
      back={receiversOf(organisation.id)}
    />
  ),
  valid: async ({ organisation }, input, context) => {
    const wishes = readWishes(input, organisation.kind, context)
    if (isRefusal(wishes)) return wishes
    const made = await addReceiver(context, organisation, wishes)
    if (made === 'tooMany') return refuse({ form: tooMany })
    const personId = getPersonId(context.actor)
    shownSecret.keep(context, { personId, receiverId: made.id, secret: made.secret })
    return seeOther(`${receiversOf(organisation.id)}/${made.id}/secret`)
  },
})

const tooMany = 'Une organisation a au plus dix récepteurs : supprimez-en un d’abord.'

export const changeReceiverPage = form(`${routePath}/:receiverId/modifier`, {
  load: loadReceiver,
  allow: changesReceiver,
  input: ReceiverInput,
  limit,
  initial: ({ receiver: { description, url, kinds } }) => ({
    ...{ nom: description, adresse: url, evenements: kinds },
  }),
  invalid: ({ organisation, receiver }, submission) => (
    <ReceiverForm
      {...{ organisation, ...submission }}
      title="Modifier le récepteur"
      action={`${receiverAddress(receiver)}/modifier`}
      back={receiverAddress(receiver)}
    />
  ),
  valid: async ({ organisation, receiver }: OfReceiver, input, context) => {
    const wishes = readWishes(input, organisation.kind, context)
    if (isRefusal(wishes)) return wishes
    await changeReceiver(context, receiver, wishes)
    return seeOther(receiverAddress(receiver), 'Le récepteur est modifié.')
  },
})

interface FormProps extends Submission<ReceiverInput> {
  readonly organisation: Organisation
  readonly title: string
  readonly action: string
  readonly back: string
}

function ReceiverForm({ organisation, title, action, back, values, errors }: FormProps) {
  return (
    <Page
      title={title}
      kicker={organisation.name}
      errors={errors}
      breadcrumbs={[{ label: 'Récepteurs d’événements', href: receiversOf(organisation.id) }]}
    >
      <Form action={action} submit="Enregistrer" secondary={{ label: 'Annuler', href: back }}>
        <TextField
          name="nom"
          label="Nom du récepteur"
          hint="Par exemple : site de la mairie."
          value={values.nom}
          error={errors.nom}
          maxLength={120}
        />
        <UrlField
          name="adresse"
          label="Adresse de votre système"
          hint="En https, sur un nom public. Cauri y envoie chaque événement par POST."
          value={values.adresse}
          error={errors.adresse}
          maxLength={500}
          autocomplete="off"
        />
        <CheckboxGroup
          name="evenements"
          label="Ce que ce système doit savoir"
          options={listKindsOf(organisation.kind).map((value) => ({ value, ...eventKinds[value] }))}
          value={values.evenements}
          error={errors.evenements}
        />
      </Form>
    </Page>
  )
}

/** Which messages a person wants, and by which means. */

import { z } from 'zod'
import { getPersonId } from '#platform/actor.ts'
import { orNotFound } from '#platform/errors.ts'
import { t } from '#platform/i18n.ts'
import { signedIn } from '#platform/policy.ts'
import { type Context, fields, form, type Submission, seeOther } from '#platform/web.ts'
import { CheckboxGroup, Form, Notice, Page } from '#web/components/index.tsx'
import { findPerson, type Person } from '../people/person.queries.ts'
import { isWanted } from './channels.rules.ts'
import { keepChoices } from './refusals.queries.ts'
import { type Channel, channels, listChannels, type Topic, topicNames, topics } from './topics.ts'

const Preferences = z.object(
  Object.fromEntries(topicNames.map((topic) => [topic, fields.choices(channels)])) as Record<
    Topic,
    ReturnType<typeof fields.choices>
  >,
)

interface Shown {
  readonly person: Person
  readonly wanted: Record<Topic, Channel[]>
}

export const preferencesPage = form('/espace/notifications', {
  load: loadPreferences,
  allow: signedIn,
  input: Preferences,
  initial: ({ wanted }) => wanted,
  invalid: ({ person }, submission) => <PreferenceForm person={person} {...submission} />,
  valid: async ({ person }, wanted, context) => {
    await keepPreferences(context, person.id, wanted as Record<Topic, string[]>)
    return seeOther('/espace/notifications', 'Vos choix sont enregistrés.')
  },
})

async function loadPreferences(_: unknown, { db, actor }: Context): Promise<Shown> {
  const person = orNotFound(await findPerson(db, getPersonId(actor)))
  const choices = await db
    .selectFrom('identity.notificationPreference')
    .selectAll()
    .where('personId', '=', person.id)
    .execute()
  const wanted = topicNames.map((topic) => {
    const own = choices.filter((choice) => choice.topic === topic)
    return [topic, channels.filter((channel) => isWanted(person, topic, channel, own))] as const
  })
  return { person, wanted: Object.fromEntries(wanted) as Record<Topic, Channel[]> }
}

async function keepPreferences(
  { db }: Context,
  personId: string,
  wanted: Record<Topic, string[]>,
): Promise<void> {
  const rows = topicNames
    .filter((topic) => !topics[topic].isAlwaysOn)
    .flatMap((topic) =>
      channels.map((channel) => ({
        personId,
        topic,
        channel,
        isWanted: wanted[topic].includes(channel),
      })),
    )
  await keepChoices(db, rows)
}

const channelLabels: Record<Channel, string> = { email: 'E-mail', sms: 'SMS' }

function PreferenceForm({
  person,
  values,
  errors,
}: Submission<Record<Topic, string[]>> & { person: Person }) {
  const reachable = channels.filter(
    (channel) => (channel === 'email' ? person.email : person.phone) !== null,
  )
  return (
    <Page
      title="Mes messages"
      errors={errors}
      breadcrumbs={[{ label: 'Mon espace', href: '/espace' }]}
    >
      {reachable.length < 2 && (
        <Notice kind="info">
          <p>
            {t('Ajoutez un téléphone ou une adresse électronique pour avoir le choix.')}{' '}
            <a href="/espace/compte">{t('Mon compte')}</a>
          </p>
        </Notice>
      )}
      <p class="soft">
        {t('Une décision qui vous concerne vous parvient toujours, quel que soit votre choix.')}
      </p>
      <Form action="/espace/notifications" submit="Enregistrer mes choix">
        {topicNames
          .filter((topic) => !topics[topic].isAlwaysOn)
          .filter((topic) => listChannels(topic).some((channel) => reachable.includes(channel)))
          .map((topic) => (
            <CheckboxGroup
              key={topic}
              name={topic}
              label={topics[topic].label}
              hint={topics[topic].hint}
              required={false}
              options={reachable
                .filter((channel) => listChannels(topic).includes(channel))
                .map((channel) => ({
                  value: channel,
                  label: channelLabels[channel],
                }))}
              value={values[topic] ?? []}
              error={errors[topic]}
            />
          ))}
      </Form>
    </Page>
  )
}

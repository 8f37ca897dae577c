/** Where a startup says why it did not answer a call. */
import { z } from 'zod'
import { worksForA } from '#platform/actor.ts'
import { t } from '#platform/i18n.ts'
import { fields, form, type Submission, seeOther } from '#platform/web.ts'
import { Form, Page, RadioGroup, TextArea } from '#web/components/index.tsx'
import { getCallByReference } from '../calls/call.queries.ts'
import type { Call } from '../calls/call.schema.ts'
import { recordSilence } from './rescue.actions.ts'
import { silenceCauses, silenceLabels } from './silence.schema.ts'

const Why = z.object({
  cause: fields.choice(silenceCauses, 'Choisissez une raison'),
  comment: fields.optionalText(1000),
})

export const sayWhyPage = form('/appels/:ref/pourquoi', {
  load: ({ ref }, { db }) => getCallByReference(db, ref),
  allow: (actor) => worksForA(actor, 'startup', 'manager', 'member'),
  input: Why,
  invalid: (call, submission) => <SayWhy call={call} {...submission} />,
  valid: async (call, why, context) => {
    await recordSilence(context, call, why)
    return seeOther(`/appels/${call.reference}`, 'Merci. La commune lira la raison, pas votre nom.')
  },
})

function SayWhy({ call, values, errors }: Submission<z.infer<typeof Why>> & { call: Call }) {
  const back = `/appels/${call.reference}`
  return (
    <Page
      title="Pourquoi n’avez-vous pas répondu ?"
      errors={errors}
      breadcrumbs={[{ label: call.title, href: back }]}
    >
      <p>{t('La commune lira les raisons, sans savoir qui les donne.')}</p>
      <Form
        action={`${back}/pourquoi`}
        submit="Envoyer"
        secondary={{ label: 'Annuler', href: back }}
      >
        <RadioGroup
          name="cause"
          label="La raison principale"
          options={silenceCauses.map((value) => ({ value, label: silenceLabels[value] }))}
          value={values.cause}
          error={errors.cause}
        />
        <TextArea
          name="comment"
          label="Ce qui vous aurait décidés"
          value={values.comment}
          error={errors.comment}
          rows={3}
          required={false}
        />
      </Form>
    </Page>
  )
}

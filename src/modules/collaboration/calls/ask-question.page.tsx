/** Where a startup asks a question about a call; everybody will read the answer, nobody who asked. */
import { z } from 'zod'
import { t } from '#platform/i18n.ts'
import { fields, form, type Submission, seeOther } from '#platform/web.ts'
import { Form, Page, TextArea } from '#web/components/index.tsx'
import { callPolicy } from './call.policy.ts'
import { getCallByReference } from './call.queries.ts'
import type { Call } from './call.schema.ts'
import { askQuestion } from './call-question.actions.ts'

const Question = z.object({
  body: fields.text({ min: 20, max: 2000, missing: 'Écrivez votre question' }),
})

export const askQuestionPage = form('/appels/:ref/question', {
  load: ({ ref }, { db }) => getCallByReference(db, ref),
  allow: callPolicy.ask,
  input: Question,
  invalid: (call, submission) => <AskQuestion call={call} {...submission} />,
  valid: async (call, { body }, context) => {
    await askQuestion(context, call, body)
    return seeOther(
      `/appels/${call.reference}`,
      'La question est transmise sans votre nom. Vous serez prévenu de la réponse.',
    )
  },
})

function AskQuestion({
  call,
  values,
  errors,
}: Submission<z.infer<typeof Question>> & { call: Call }) {
  const back = `/appels/${call.reference}`
  return (
    <Page
      title="Poser une question"
      errors={errors}
      breadcrumbs={[{ label: call.title, href: back }]}
    >
      <p>
        {t(
          'La commune reçoit la question sans savoir de qui elle vient. La réponse est publique : n’écrivez pas ce qui vous ferait reconnaître.',
        )}
      </p>
      <Form
        action={`${back}/question`}
        submit="Envoyer la question"
        secondary={{ label: 'Annuler', href: back }}
      >
        <TextArea
          name="body"
          label="Votre question"
          value={values.body}
          error={errors.body}
          rows={6}
        />
      </Form>
    </Page>
  )
}

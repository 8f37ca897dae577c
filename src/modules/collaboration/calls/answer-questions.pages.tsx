/** The questions of startups, for the commune to answer: the list, and the page of one. */
import { z } from 'zod'
import { NotFound } from '#platform/errors.ts'
import { formatDateTime } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { type Context, fields, form, page, type Submission, seeOther } from '#platform/web.ts'
import { Card, CardList, EmptyState, Form, Page, Tag, TextArea } from '#web/components/index.tsx'
import { callPolicy } from './call.policy.ts'
import { getCall } from './call.queries.ts'
import type { Call } from './call.schema.ts'
import { type Answer, getAnswer, listAnswers } from './call-answer.queries.ts'
import { answerQuestion } from './call-question.actions.ts'

const listPage = page('/espace/appels/:callId/questions', {
  load: async ({ callId }, { db }) => ({
    call: await getCall(db, callId),
    answers: await listAnswers(db, callId, 'all'),
  }),
  allow: (actor, { call }) => callPolicy.follow(actor, call),
  view: ({ call, answers }, { actor }) => (
    <Questions call={call} answers={answers} mayAnswer={callPolicy.answer(actor, call)} />
  ),
})

interface QuestionsProps {
  readonly call: Call
  readonly answers: readonly Answer[]
  readonly mayAnswer: boolean
}

function Questions({ call, answers, mayAnswer }: QuestionsProps) {
  const base = `/espace/appels/${call.id}`
  return (
    <Page title="Questions des startups" breadcrumbs={[{ label: call.title, href: base }]}>
      {answers.length === 0 && (
        <EmptyState title="Aucune question">
          <p>{t('Les startups peuvent en poser jusqu’à la date indiquée dans l’appel.')}</p>
        </EmptyState>
      )}
      <CardList>
        {answers.map(({ id, question, answer, askedAt }) => (
          <Card
            key={id}
            level={2}
            title={formatDateTime(askedAt)}
            {...(mayAnswer && { href: `${base}/questions/${id}` })}
            tags={
              answer === null ? (
                <Tag tone="warning">{t('Sans réponse')}</Tag>
              ) : (
                <Tag tone="success">{t('Répondue')}</Tag>
              )
            }
          >
            <p class="prose">{question}</p>
            {answer !== null && <p class="prose">{answer}</p>}
          </Card>
        ))}
      </CardList>
    </Page>
  )
}

const Given = z.object({
  question: fields.text({ min: 10, max: 2000, missing: 'Gardez la question' }),
  answer: fields.text({ min: 10, max: 4000, missing: 'Écrivez votre réponse' }),
})

interface Asked {
  readonly call: Call
  readonly asked: Answer
}

async function loadAsked(
  { callId, answerId }: { callId: string; answerId: string },
  { db }: Context,
): Promise<Asked> {
  const asked = await getAnswer(db, answerId)
  if (asked.callId !== callId) throw new NotFound()
  return { call: await getCall(db, callId), asked }
}

const answerPage = form('/espace/appels/:callId/questions/:answerId', {
  load: loadAsked,
  allow: (actor, { call }) => callPolicy.answer(actor, call),
  input: Given,
  initial: ({ asked }) => ({ question: asked.question, answer: asked.answer ?? '' }),
  invalid: (shown, submission) => <AnswerQuestion {...shown} {...submission} />,
  valid: async ({ call, asked }, given, context) => {
    await answerQuestion(context, call, asked, given)
    return seeOther(
      `/espace/appels/${call.id}/questions`,
      'La réponse est publique. La startup qui a demandé est prévenue.',
    )
  },
})

function AnswerQuestion({
  call,
  asked,
  values,
  errors,
}: Asked & Submission<z.infer<typeof Given>>) {
  const back = `/espace/appels/${call.id}/questions`
  return (
    <Page
      title="Répondre à une question"
      errors={errors}
      breadcrumbs={[
        { label: call.title, href: `/espace/appels/${call.id}` },
        { label: 'Questions', href: back },
      ]}
    >
      <Form
        action={`${back}/${asked.id}`}
        submit="Publier la réponse"
        secondary={{ label: 'Annuler', href: back }}
      >
        <TextArea
          name="question"
          label="La question, telle qu’elle sera publiée"
          hint="Retirez ce qui ferait reconnaître qui la pose ; n’en changez pas le sens."
          value={values.question}
          error={errors.question}
          rows={4}
        />
        <TextArea
          name="answer"
          label="Votre réponse"
          value={values.answer}
          error={errors.answer}
          rows={6}
        />
      </Form>
    </Page>
  )
}

export const answerQuestionsPages = [listPage, answerPage]

/** Asking another department what it thinks, and answering. */
import { z } from 'zod'
import { orNotFound } from '#platform/errors.ts'
import { type Context, fields, form, type Submission, seeOther } from '#platform/web.ts'
import { Form, Page, RadioGroup, TextArea, TextField } from '#web/components/index.tsx'
import { instructCrumbs, instructHref, instructPath } from './load-instructed.ts'
import { type Asked, loadAsked } from './load-request.ts'
import { askOpinion, giveOpinion, listOpinions, type Opinion } from './opinion.actions.ts'
import { requestPolicy } from './request.policy.ts'

const Question = z.object({
  department: fields.text({ min: 2, max: 120, missing: 'Indiquez le service' }),
  question: fields.text({ min: 10, max: 2000, missing: 'Écrivez ce que vous demandez' }),
})

export const askOpinionPage = form(`${instructPath}/avis`, {
  load: (params: { requestId: string }, context: Context) => loadAsked(params, context),
  allow: (actor, { request }) => requestPolicy.instruct(actor, request),
  input: Question,
  invalid: (asked, submission) => <AskOpinion {...asked} {...submission} />,
  valid: async (asked, question, context) => {
    await askOpinion(context, asked.request, question)
    return seeOther(instructHref(asked), 'L’avis est demandé.')
  },
})

function AskOpinion(props: Asked & Submission<z.infer<typeof Question>>) {
  const { values, errors } = props
  return (
    <Page title="Demander un avis" errors={errors} breadcrumbs={instructCrumbs(props)}>
      <Form submit="Demander" secondary={{ label: 'Annuler', href: instructHref(props) }}>
        <TextField
          name="department"
          label="Service consulté"
          value={values.department}
          error={errors.department}
        />
        <TextArea
          name="question"
          label="Ce que vous demandez"
          value={values.question}
          error={errors.question}
          rows={4}
        />
      </Form>
    </Page>
  )
}

interface Answering extends Asked {
  readonly opinion: Opinion
}

const Answer = z.object({
  verdict: fields.choice(['favourable', 'unfavourable'], 'Dites si l’avis est favorable'),
  answer: fields.text({ min: 5, max: 2000, missing: 'Écrivez l’avis' }),
})

export const giveOpinionPage = form(`${instructPath}/avis/:opinionId`, {
  load: async (
    { requestId, opinionId }: { requestId: string; opinionId: string },
    context: Context,
  ): Promise<Answering> => {
    const opinions = await listOpinions(context, requestId)
    return {
      ...(await loadAsked({ requestId }, context)),
      opinion: orNotFound(opinions.find(({ id }) => id === opinionId)),
    }
  },
  allow: (actor, { request }) => requestPolicy.instruct(actor, request),
  input: Answer,
  invalid: (answering, submission) => <GiveOpinion {...answering} {...submission} />,
  valid: async (answering, { verdict, answer }, context) => {
    const isFavourable = verdict === 'favourable'
    await giveOpinion(context, answering.request, answering.opinion.id, { isFavourable, answer })
    return seeOther(instructHref(answering), 'L’avis est donné.')
  },
})

function GiveOpinion(props: Answering & Submission<z.infer<typeof Answer>>) {
  const { opinion, values, errors } = props
  return (
    <Page
      title="Donner l’avis"
      kicker={opinion.department}
      lead={opinion.question}
      errors={errors}
      breadcrumbs={instructCrumbs(props)}
    >
      <Form submit="Donner l’avis" secondary={{ label: 'Annuler', href: instructHref(props) }}>
        <RadioGroup
          name="verdict"
          label="Cet avis est"
          value={values.verdict}
          error={errors.verdict}
          options={[
            { value: 'favourable', label: 'Favorable' },
            { value: 'unfavourable', label: 'Défavorable' },
          ]}
        />
        <TextArea
          name="answer"
          label="L’avis"
          value={values.answer}
          error={errors.answer}
          rows={4}
        />
      </Form>
    </Page>
  )
}

/** The questions of one axis: answered by whoever knows, saved together by the button and one by one where scripts run. */
import { z } from 'zod'
import { listPersonNames } from '#modules/identity/index.ts'
import { NotFound } from '#platform/errors.ts'
import { t } from '#platform/i18n.ts'
import { type Context, endpoint, form, json, seeOther } from '#platform/web.ts'
import { Form, Page, Steps } from '#web/components/index.tsx'
import { type Axis, axes, axisLabels, axisSlugs } from '../axes.ts'
import { fieldOf, readTyped, toFields, writeSeen } from './answer-fields.ts'
import { diagnosisPolicy } from './diagnosis.policy.ts'
import { findLatestResult, getFullDiagnosis } from './diagnosis.queries.ts'
import type { FullDiagnosis } from './diagnosis.schema.ts'
import { QuestionFields } from './question-fields.view.tsx'
import { listProgress, listQuestions } from './questionnaire.rules.ts'
import type { Question } from './questionnaire.types.ts'
import { type Saved, saveAnswers } from './save-answers.ts'

interface Answering {
  readonly full: FullDiagnosis
  readonly axis: Axis
  readonly questions: readonly Question[]
  readonly people: ReadonlyMap<string, string>
  readonly before:
    | { readonly levels: ReadonlyMap<string, number>; readonly year: number }
    | undefined
}

interface Path {
  readonly diagnosisId: string
  readonly axis: string
}

async function loadAnswering(
  { diagnosisId, axis: slug }: Path,
  { db }: Context,
): Promise<Answering> {
  const axis = axes.find((one) => axisSlugs[one] === slug)
  if (!axis) throw new NotFound()
  const full = await getFullDiagnosis(db, diagnosisId)
  const { diagnosis, version, answers } = full
  const last = await findLatestResult(db, diagnosis.communeId)
  return {
    full,
    axis,
    questions: listQuestions(version.content, diagnosis.category, axis),
    people: await listPersonNames(
      db,
      [...answers.values()].map(({ answeredBy }) => answeredBy),
    ),
    before: last && { levels: last.levels, year: last.confirmedAt.getFullYear() },
  }
}

const path = '/espace/diagnostic/:diagnosisId/axes/:axis'
const mayAnswer = (actor: Context['actor'], { full }: Answering) =>
  diagnosisPolicy.answer(actor, full.diagnosis)

/** Which fields there are depends on the axis and the commune: each question reads its own. */
export const answerAxisPage = form(path, {
  load: loadAnswering,
  allow: mayAnswer,
  input: z.record(z.string(), z.unknown()),
  initial: ({ full, questions }) =>
    Object.assign({}, ...questions.map((one) => toFields(one, full.answers.get(one.code)))),
  invalid: (answering, { values, errors }) => (
    <AnswerAxis {...answering} values={values as Texts} errors={errors as Texts} />
  ),
  valid: async ({ full, axis, questions }, input, context) => {
    const { errors } = await keep(full, questions, input, context)
    if (Object.keys(errors).length > 0) return { kind: 'refusal', errors }
    return seeOther(nextAddress(full.diagnosis.id, axis), 'Vos réponses sont enregistrées.')
  },
})

/** What the island saves: answers that are right and that nobody else changed; it is told what each field now is. */
export const autosaveAxisEndpoint = endpoint(`${path}/brouillon`, {
  method: 'POST',
  load: loadAnswering,
  allow: mayAnswer,
  reply: async ({ full, questions }, context) => {
    const { saved, errors } = await keep(full, questions, context.fields, context)
    const fields = saved.written.map((code) => [`s-${code}`, writeSeen(saved.stored.get(code))])
    return json({ fields: Object.fromEntries(fields), errors })
  },
})

interface Kept {
  readonly saved: Saved
  readonly errors: Record<string, string>
}

async function keep(
  { diagnosis }: FullDiagnosis,
  questions: readonly Question[],
  fields: Readonly<Record<string, unknown>>,
  context: Context,
): Promise<Kept> {
  const typed = questions.map((question) => readTyped(question, fields))
  const right = typed.filter(({ error }) => error === undefined)
  const saved = await saveAnswers(context, diagnosis, right)
  const wrong = typed.flatMap(({ question, error }) => (error ? [[fieldOf(question), error]] : []))
  const conflicts = saved.conflicts.map((code) => [fieldOf({ code }), t(changedMeanwhile)])
  return { saved, errors: Object.fromEntries([...wrong, ...conflicts]) }
}

const changedMeanwhile =
  'Quelqu’un a changé cette réponse pendant que vous écriviez : comparez les deux, puis enregistrez de nouveau.'

function nextAddress(diagnosisId: string, axis: Axis): string {
  const next = axes[axes.indexOf(axis) + 1]
  const base = `/espace/diagnostic/${diagnosisId}`
  return next ? `${base}/axes/${axisSlugs[next]}` : `${base}/services-en-ligne`
}

type Texts = Readonly<Record<string, string | undefined>>

function AnswerAxis(props: Answering & { values: Texts; errors: Texts }) {
  const { full, axis, questions, people, before, values, errors } = props
  const base = `/espace/diagnostic/${full.diagnosis.id}`
  const address = `${base}/axes/${axisSlugs[axis]}`
  return (
    <Page
      title={axisLabels[axis]}
      errors={errors}
      islands={['autosave.js']}
      breadcrumbs={[
        { label: 'Diagnostic numérique', href: '/espace/diagnostic' },
        { label: full.diagnosis.reference, href: base },
      ]}
    >
      <AxisSteps full={full} axis={axis} />
      <p>
        {t(
          'Répondez à ce que vous savez, laissez le reste à vos collègues. Choisissez ce qui est vrai aujourd’hui, même si ce n’est pas ce que vous voudriez.',
        )}
      </p>
      <Form
        action={address}
        submit="Enregistrer et continuer"
        secondary={{ label: 'Voir l’avancement', href: base }}
        autosave={`${address}/brouillon`}
      >
        {questions.map((question) => {
          const level = before?.levels.get(question.code)
          return (
            <QuestionFields
              key={question.code}
              question={question}
              stored={full.answers.get(question.code)}
              before={before && level !== undefined ? { level, year: before.year } : undefined}
              {...{ people, values, errors }}
            />
          )
        })}
      </Form>
    </Page>
  )
}

function AxisSteps({
  full: { diagnosis, version, answers },
  axis,
}: Pick<Answering, 'full' | 'axis'>) {
  const progress = listProgress(version.content, diagnosis.category, answers)
  return (
    <Steps
      steps={progress.map((one) => ({
        label: axisLabels[one.axis],
        href: `/espace/diagnostic/${diagnosis.id}/axes/${axisSlugs[one.axis]}`,
        state: one.axis === axis ? 'current' : one.missing.length > 0 ? 'todo' : 'done',
      }))}
    />
  )
}

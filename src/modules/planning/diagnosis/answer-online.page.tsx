/** The online service indicators: boxes to tick by heading. Each box is kept as whoever ticked it left it. */
import { z } from 'zod'
import { t } from '#platform/i18n.ts'
import { type Context, endpoint, form, json, seeOther } from '#platform/web.ts'
import { CheckboxGroup, Details, Form, Hidden, Notice, Page } from '#web/components/index.tsx'
import { readText } from './answer-fields.ts'
import { listTicked } from './answer-merge.rules.ts'
import { diagnosisPolicy } from './diagnosis.policy.ts'
import { getFullDiagnosis } from './diagnosis.queries.ts'
import type { FullDiagnosis } from './diagnosis.schema.ts'
import type { OnlineHead } from './questionnaire.types.ts'
import { saveTicks } from './save-answers.ts'

const path = '/espace/diagnostic/:diagnosisId/services-en-ligne'

const load = ({ diagnosisId }: { diagnosisId: string }, { db }: Context) =>
  getFullDiagnosis(db, diagnosisId)

const mayAnswer = (actor: Context['actor'], { diagnosis }: FullDiagnosis) =>
  diagnosisPolicy.answer(actor, diagnosis)

export const answerOnlinePage = form(path, {
  load,
  allow: mayAnswer,
  input: z.record(z.string(), z.unknown()),
  initial: (full) => toValues(full),
  invalid: (full, { values, errors }) => (
    <AnswerOnline full={full} values={values as Values} errors={errors} />
  ),
  valid: async (full, input, context) => {
    await keep(full, input, context)
    return seeOther(`/espace/diagnostic/${full.diagnosis.id}`, 'Vos réponses sont enregistrées.')
  },
})

export const autosaveOnlineEndpoint = endpoint(`${path}/brouillon`, {
  method: 'POST',
  load,
  allow: mayAnswer,
  reply: async (full, context) => {
    await keep(full, context.fields, context)
    const heads = full.version.content.online.heads
    const seen = heads.map(({ key }) => [
      `s-${key}`,
      readTicks(context.fields[`h-${key}`]).join(','),
    ])
    return json({ fields: Object.fromEntries(seen), errors: {} })
  },
})

async function keep(
  { diagnosis, version }: FullDiagnosis,
  fields: Readonly<Record<string, unknown>>,
  context: Context,
): Promise<void> {
  const ticks = version.content.online.heads.flatMap(({ key, indicators }) =>
    listTicked(
      indicators.map(({ code }) => code),
      new Set(readText(fields[`s-${key}`]).split(',')),
      new Set(readTicks(fields[`h-${key}`])),
    ),
  )
  await saveTicks(context, diagnosis, ticks)
}

function readTicks(value: unknown): string[] {
  return [value ?? []].flat().filter((one): one is string => typeof one === 'string')
}

type Values = Readonly<Record<string, string | string[] | undefined>>

function toValues({ version, answers }: FullDiagnosis): Record<string, string | string[]> {
  const entries = version.content.online.heads.flatMap(({ key, indicators }) => {
    const ticked = indicators.filter(({ code }) => answers.get(code)?.value === 1)
    const codes = ticked.map(({ code }) => code)
    return [
      [`h-${key}`, codes],
      [`s-${key}`, codes.join(',')],
    ]
  })
  return Object.fromEntries(entries)
}

interface Props {
  readonly full: FullDiagnosis
  readonly values: Values
  readonly errors: Readonly<Record<string, string | undefined>>
}

function AnswerOnline({ full, values, errors }: Props) {
  const { diagnosis, version } = full
  const base = `/espace/diagnostic/${diagnosis.id}`
  return (
    <Page
      title="Les services en ligne"
      errors={errors}
      islands={['autosave.js']}
      breadcrumbs={[
        { label: 'Diagnostic numérique', href: '/espace/diagnostic' },
        { label: diagnosis.reference, href: base },
      ]}
    >
      <p>
        {t(
          'Cochez ce qu’un habitant trouve déjà sur le site ou la page officielle de la commune. Une case vide veut dire non.',
        )}
      </p>
      <Notice kind="info" title="D’où viennent ces indicateurs">
        <p>{t(version.content.online.source)}</p>
      </Notice>
      <Form
        action={`${base}/services-en-ligne`}
        submit="Enregistrer"
        secondary={{ label: 'Voir l’avancement', href: base }}
        autosave={`${base}/services-en-ligne/brouillon`}
      >
        {version.content.online.heads.map((head) => (
          <HeadFields key={head.key} head={head} values={values} />
        ))}
      </Form>
    </Page>
  )
}

function HeadFields({ head, values }: { head: OnlineHead; values: Values }) {
  const { key, title, indicators } = head
  const ticked = [values[`h-${key}`] ?? []].flat()
  const summary = t('{title} : {met} sur {total}', {
    ...{ title: t(title), met: ticked.length, total: indicators.length },
  })
  return (
    <Details summary={summary} open>
      <Hidden name={`s-${key}`} value={readText(values[`s-${key}`])} />
      <CheckboxGroup
        name={`h-${key}`}
        label={title}
        required={false}
        options={indicators.map(({ code, text }) => ({ value: code, label: text }))}
        value={ticked}
      />
    </Details>
  )
}

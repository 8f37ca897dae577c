/** The follow-up of a plan in force: the year's review on one page, and what earlier ones said. */
import { z } from 'zod'
import type { Actor } from '#platform/actor.ts'
import { toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { type Context, fields, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import {
  EmptyState,
  Fieldset,
  Form,
  Hidden,
  MoneyField,
  ScoreMeter,
  Select,
  TextArea,
  TextField,
} from '#web/components/index.tsx'
import { ChangedMeanwhile, changedMeanwhile } from './changed-meanwhile.view.tsx'
import { followNamed, loadNamedPlan, type NamedPlan } from './load-plan.ts'
import { PastReviews } from './past-reviews.view.tsx'
import { actionStateLabels } from './plan.labels.ts'
import { planPolicy } from './plan.policy.ts'
import { actionStates, type PlanAction } from './plan.schema.ts'
import { addressOf, PlanFrame } from './plan-frame.view.tsx'
import { measureProgress } from './progress.rules.ts'
import { saveReview } from './review.actions.ts'
import { listReviews, type Reviews } from './review.queries.ts'
import { describeRound, reviewYearOf } from './review-round.rules.ts'
import { CurrentRound, ReviewRound } from './review-round.view.tsx'

interface Following extends NamedPlan {
  readonly reviews: Reviews
  readonly year: number
  readonly mayReview: boolean
  readonly actor: Actor
}

const Line = z.object({
  state: fields.choice(actionStates, 'Dites où en est l’action'),
  spent: fields.optionalMoney(100_000_000_000),
  comment: fields.optionalText(1000),
})

/** state_<id>, spent_<id>, comment_<id>: one line per action, filled without scripts. */
const ReviewInput = z
  .object({ summary: fields.optionalText(4000), version: fields.version() })
  .catchall(z.unknown())

const placedOf = ({ full }: NamedPlan) => full.actions.filter(({ startYear }) => startYear !== null)

export const reviewPage = form('/espace/plan/:planId/suivi', {
  load: async (params: { planId: string }, context: Context): Promise<Following> => {
    const named = await loadNamedPlan(params, context)
    return {
      ...named,
      reviews: await listReviews(context.db, params.planId),
      year: reviewYearOf(named.full.plan, toDay(context.now)),
      mayReview: planPolicy.review(context.actor, named.full.plan),
      actor: context.actor,
    }
  },
  allow: followNamed,
  input: ReviewInput,
  initial: toValues as never,
  invalid: (following, submission) => (
    <ReviewPage {...following} values={submission.values} errors={submission.errors} />
  ),
  valid: async (following, input, context) => {
    const { full, year, mayReview } = following
    if (!mayReview) return refuse({ form: 'Seule la commune qui porte le plan tient la revue.' })
    if (isReviewClosed(following))
      return refuse({ form: 'La revue de cette année est close : elle ne change plus.' })
    const { lines, errors } = readLines(following, input as Record<string, unknown>)
    if (Object.keys(errors).length > 0) return refuse(errors)
    const { summary, version } = input
    if (!(await saveReview(context, full, { year, summary, version, lines })))
      return refuse({ form: changedMeanwhile })
    return seeOther(`${addressOf(full.plan)}/suivi`, 'La revue de l’année est enregistrée.')
  },
})

const isReviewClosed = ({ full, reviews, year }: Following) =>
  describeRound(full, year, reviews)?.state === 'closed'

function readLines(following: Following, input: Record<string, unknown>) {
  const errors: Record<string, string> = {}
  const lines = placedOf(following).flatMap(({ id }) => {
    const read = Line.safeParse({
      state: input[`state_${id}`],
      spent: input[`spent_${id}`],
      comment: input[`comment_${id}`],
    })
    if (read.success) return [{ actionId: id, ...read.data, spent: read.data.spent ?? 0 }]
    for (const issue of read.error.issues) errors[`${String(issue.path[0])}_${id}`] = issue.message
    return []
  })
  return { lines, errors }
}

function toValues({ full, reviews, year }: Following): Record<string, string> {
  const review = reviews.years.find((one) => one.year === year)
  const lineOf = new Map(
    reviews.lines.filter((line) => line.year === year).map((line) => [line.actionId, line]),
  )
  const cells = full.actions.flatMap(({ id, status }): [string, string][] => {
    const line = lineOf.get(id)
    return [
      [`state_${id}`, line?.state ?? status],
      [`spent_${id}`, line ? String(line.spent) : ''],
      [`comment_${id}`, line?.comment ?? ''],
    ]
  })
  return {
    summary: review?.summary ?? '',
    version: String(review?.version ?? 0),
    ...Object.fromEntries(cells),
  }
}

type Props = Following & Submission<Record<string, unknown>>

function ReviewPage(props: Props) {
  const { full, year, mayReview, reviews } = props
  const isClosed = isReviewClosed(props)
  const progress = measureProgress(full.actions, year)
  return (
    <PlanFrame plan={full.plan} tab="/suivi" errors={props.errors}>
      <ScoreMeter label="Actions faites" score={progress.done} maximum={progress.placed} />
      <p>
        {t(
          '{running, plural, =0 {Aucune action en cours} one {# action en cours} other {# actions en cours}}, {late, plural, =0 {aucune en retard} one {# en retard} other {# en retard}}.',
          { running: progress.running, late: progress.late },
        )}
      </p>
      <CurrentRound {...props} />
      {mayReview && !isClosed ? (
        <YearForm {...props} />
      ) : (
        reviews.years.length === 0 && (
          <EmptyState title="Aucune revue tenue">
            <p>{t('Elle se tient chaque année, une fois le plan en vigueur.')}</p>
          </EmptyState>
        )
      )}
      <PastReviews
        full={full}
        reviews={reviews}
        roundOf={(past) => past !== year && <ReviewRound {...props} year={past} />}
      />
    </PlanFrame>
  )
}

function YearForm(props: Props) {
  const { full, reviews, year, values, errors } = props
  const typed = values as Record<string, string | undefined>
  const stored = toValues(props)
  const version = Number(stored.version)
  return (
    <>
      <h2>{t('La revue de {year}', { year: String(year) })}</h2>
      <ChangedMeanwhile
        typedFrom={typed.version}
        version={version}
        fields={[
          {
            label: 'Bilan de l’année',
            stored: reviews.years.find((one) => one.year === year)?.summary ?? '',
            typed: typed.summary,
          },
        ]}
      />
      <Form submit="Enregistrer la revue">
        <Hidden name="version" value={stored.version ?? '0'} />
        <TextArea
          name="summary"
          label="Bilan de l’année"
          hint="Ce qui a avancé, ce qui bloque, ce qui change l’an prochain. Public."
          value={typed.summary}
          error={(errors as Record<string, string>).summary}
          rows={5}
        />
        {placedOf(props).map((action) => (
          <ActionLine
            key={action.id}
            action={action}
            values={typed}
            errors={errors as Record<string, string>}
          />
        ))}
        {full.actions.length === 0 && <p>{t('Aucune action au calendrier.')}</p>}
      </Form>
    </>
  )
}

interface LineProps {
  readonly action: PlanAction
  readonly values: Record<string, string | undefined>
  readonly errors: Record<string, string | undefined>
}

function ActionLine({ action: { id, title }, values, errors }: LineProps) {
  return (
    <Fieldset legend={title}>
      <Select
        name={`state_${id}`}
        label="Où elle en est"
        value={values[`state_${id}`]}
        error={errors[`state_${id}`]}
        options={actionStates.map((value) => ({ value, label: actionStateLabels[value].label }))}
      />
      <MoneyField
        name={`spent_${id}`}
        label="Dépensé dans l’année"
        value={values[`spent_${id}`]}
        error={errors[`spent_${id}`]}
      />
      <TextField
        name={`comment_${id}`}
        label="Remarque"
        required={false}
        value={values[`comment_${id}`]}
        error={errors[`comment_${id}`]}
      />
    </Fieldset>
  )
}

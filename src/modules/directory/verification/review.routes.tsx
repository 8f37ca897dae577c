/** The association's side of a file: everything to check on one page, and a form for each decision. */
import { z } from 'zod'
import type { Rule } from '#platform/policy.ts'
import {
  type Context,
  fields,
  form,
  page,
  type Route,
  type Submission,
  seeOther,
} from '#platform/web.ts'
import type { Option } from '#web/components/index.tsx'
import { decisionTexts } from './decision-texts.ts'
import type { FileRow, Review } from './review.ts'
import { type AnyDecisionInput, DecisionPage, ReviewPage } from './review.view.tsx'
import { shortestReason } from './verification.facts.ts'
import { type Decision, decisions } from './verification.workflow.ts'

interface ReviewParts<Row extends FileRow> {
  path: string
  load: (params: Record<string, string>, context: Context) => Promise<Review<Row>>
  policy: Readonly<Record<Decision, Rule<Row>>>
  checklist: readonly Option[]
  move: (
    context: Context,
    row: Row,
    decision: Decision,
    options: { reason: string; version: number },
  ) => Promise<unknown>
}

export function createReviewRoutes<Row extends FileRow>(parts: ReviewParts<Row>): Route[] {
  const { path, load, policy } = parts
  const reviewPage = page(path, {
    load: (params, context) => load(params as Record<string, string>, context),
    allow: (actor, { row }) => policy.verify(actor, row),
    view: (review) => <ReviewPage {...review} />,
  })
  return [reviewPage, ...decisions.map((decision) => createDecisionPage(parts, decision))]
}

function createDecisionPage<Row extends FileRow>(
  { path, load, policy, checklist, move }: ReviewParts<Row>,
  decision: Decision,
): Route {
  const texts = decisionTexts[decision]
  return form(`${path}/${texts.path}`, {
    load: (params, context) => load(params as Record<string, string>, context),
    allow: (actor, { row }) => policy[decision](actor, row),
    input: decision === 'verify' ? createChecks(checklist) : Reasons,
    initial: ({ row }) => ({ version: row.version }),
    invalid: (review, submission) => (
      <DecisionPage
        review={review}
        decision={decision}
        {...(submission as Submission<AnyDecisionInput>)}
      />
    ),
    valid: async ({ row }, input, context) => {
      const { version } = input
      const reason = 'checks' in input ? nameChecks(checklist, input.checks) : input.reason
      await move(context, row, decision, { reason, version })
      return seeOther('/espace/verifications', texts.done)
    },
  })
}

const Reasons = z.object({
  version: fields.version(),
  reason: fields.text({ min: shortestReason, max: 2000, missing: 'Écrivez le motif' }),
})

/** Nothing is verified before each point was. */
function createChecks(checklist: readonly Option[]) {
  const codes = checklist.map(({ value }) => value)
  const missing = 'Cochez chaque point quand vous l’avez contrôlé'
  return z.object({
    version: fields.version(),
    checks: fields.choices(codes, { min: codes.length, missing }),
  })
}

function nameChecks(checklist: readonly Option[], checks: readonly string[]): string {
  const labels = checklist.filter(({ value }) => checks.includes(value)).map(({ label }) => label)
  return `Points contrôlés : ${labels.join(' ; ')}.`
}

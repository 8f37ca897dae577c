/** What the association reads before it decides, and the form of each decision. */
import { t } from '#platform/i18n.ts'
import type { Submission } from '#platform/web.ts'
import {
  Actions,
  ButtonLink,
  CheckboxGroup,
  Form,
  Hidden,
  Notice,
  Page,
  TextArea,
} from '#web/components/index.tsx'
import { decisionTexts } from './decision-texts.ts'
import { FileHistory } from './file-history.view.tsx'
import { StatusTag } from './file-status.view.tsx'
import type { Review } from './review.ts'
import { type Decision, decisions, startupWorkflow } from './verification.workflow.ts'

const queue = { label: 'Vérifications', href: '/espace/verifications' }

export function ReviewPage(review: Review) {
  const { row, base } = review
  const possible = decisions.filter((step) => startupWorkflow.steps[step].from.includes(row.status))
  return (
    <Page title={row.name} kicker={<StatusTag status={row.status} />} breadcrumbs={[queue]}>
      {row.statusReason && (
        <Notice title="Dernier motif">
          <p class="lines">{row.statusReason}</p>
        </Notice>
      )}
      <Alerts alerts={review.alerts} />
      <Actions>
        {possible.map((step, place) => (
          <ButtonLink
            key={step}
            href={`${base}/${decisionTexts[step].path}`}
            kind={place === 0 ? 'primary' : 'quiet'}
          >
            {decisionTexts[step].title}
          </ButtonLink>
        ))}
      </Actions>
      {review.content}
      <FileHistory events={review.events} names={review.names} />
    </Page>
  )
}

function Alerts({ alerts }: { alerts: readonly string[] }) {
  if (alerts.length === 0) return null
  return (
    <Notice kind="warning" title="À regarder de près">
      <ul>
        {alerts.map((alert) => (
          <li key={alert}>{t(alert)}</li>
        ))}
      </ul>
    </Notice>
  )
}

export interface AnyDecisionInput {
  readonly version: number
  readonly reason: string
  readonly checks: string[]
}

type Props = Submission<AnyDecisionInput> & { review: Review; decision: Decision }

export function DecisionPage({ review, decision, values, errors }: Props) {
  const { row, base, checklist, content } = review
  const { title, submit, hint } = decisionTexts[decision]
  return (
    <Page
      title={`${t(title)} : ${row.name}`}
      kicker={<StatusTag status={row.status} />}
      errors={errors}
      breadcrumbs={[queue, { label: row.name, href: base }]}
    >
      <Alerts alerts={review.alerts} />
      <Form
        submit={submit}
        danger={decision === 'reject' || decision === 'suspend'}
        secondary={{ label: 'Annuler', href: base }}
      >
        <Hidden name="version" value={errors.form ? row.version : values.version} />
        {decision === 'verify' ? (
          <CheckboxGroup
            name="checks"
            label="Points contrôlés"
            hint={hint}
            options={checklist}
            value={values.checks}
            error={errors.checks}
          />
        ) : (
          <TextArea
            name="reason"
            label="Motif"
            hint={hint}
            limit={2000}
            value={values.reason}
            error={errors.reason}
          />
        )}
      </Form>
      {content}
    </Page>
  )
}

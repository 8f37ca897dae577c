/** What whoever reads a report may do with it now. */
import type { Actor } from '#platform/actor.ts'
import { listSteps } from '#platform/workflow.ts'
import { ActionButton, Actions, ButtonLink } from '#web/components/index.tsx'
import { reportPolicy } from '../report.policy.ts'
import { type ReportStep, reportWorkflow } from '../report.workflow.ts'
import { type Treated, treatHref } from './load-treated.ts'

interface Props {
  readonly treated: Treated
  readonly actor: Actor
}

const links: readonly { step: ReportStep; path: string; label: string; isMain?: boolean }[] = [
  { step: 'resolve', path: 'regler', label: 'Dire que c’est réglé', isMain: true },
  { step: 'reject', path: 'rejeter', label: 'Rejeter' },
  { step: 'merge', path: 'regrouper', label: 'Regrouper avec un autre' },
  { step: 'reopen', path: 'rouvrir', label: 'Rouvrir' },
]

export function ReportActs({ treated, actor }: Props) {
  const { report } = treated
  const base = treatHref(treated)
  const isMine = report.assigneeId !== null && report.assigneeId === actor.id
  const able = (step: ReportStep) =>
    listSteps(reportWorkflow, report.status).includes(step) && reportPolicy[step](actor, report)
  return (
    <Actions>
      {able('take') && !isMine && (
        <ActionButton
          kind="primary"
          action={`${base}/prendre`}
          label={report.assigneeId ? 'Reprendre à mon compte' : 'Prendre en charge'}
        />
      )}
      {links
        .filter(({ step }) => able(step))
        .map(({ step, path, label, isMain }) => (
          <ButtonLink
            key={step}
            kind={isMain && isMine ? 'primary' : 'quiet'}
            href={`${base}/${path}`}
          >
            {label}
          </ButtonLink>
        ))}
      <ButtonLink kind="quiet" href={`${base}/publier`}>
        Ce que tout le monde voit
      </ButtonLink>
      {able('take') && (
        <ButtonLink kind="quiet" href={`${base}/confier`}>
          Confier
        </ButtonLink>
      )}
      {able('release') && isMine && (
        <ActionButton action={`${base}/rendre`} label="Remettre à la file" />
      )}
    </Actions>
  )
}

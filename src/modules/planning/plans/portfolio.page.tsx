/** The portfolio: every action of the plan by priority, with what it costs and when. */
import type { Actor } from '#platform/actor.ts'
import { formatMoney } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { page } from '#platform/web.ts'
import { Actions, ButtonLink, Table, Tag } from '#web/components/index.tsx'
import { axisLabels } from '../axes.ts'
import { followNamed, loadNamedPlan } from './load-plan.ts'
import { actionStateLabels } from './plan.labels.ts'
import { planPolicy } from './plan.policy.ts'
import type { FullPlan, PlanAction } from './plan.schema.ts'
import { addressOf, PlanFrame } from './plan-frame.view.tsx'

export const portfolioPage = page('/espace/plan/:planId/portefeuille', {
  load: loadNamedPlan,
  allow: followNamed,
  view: ({ full }, { actor }) => <Portfolio full={full} actor={actor} />,
})

const columns = [
  { key: 'title', label: 'Action' },
  { key: 'axis', label: 'Axe' },
  { key: 'years', label: 'Quand' },
  { key: 'investment', label: 'Investissement', numeric: true },
  { key: 'running', label: 'Par an ensuite', numeric: true },
]

function Portfolio({ full, actor }: { full: FullPlan; actor: Actor }) {
  const { plan, actions } = full
  const mayEdit = planPolicy.edit(actor, plan)
  return (
    <PlanFrame
      plan={plan}
      tab="/portefeuille"
      lead="Les coûts sont des ordres de grandeur de l’association, à confirmer : corrigez-les dès qu’un devis est connu."
    >
      {mayEdit && (
        <Actions>
          <ButtonLink href={`${addressOf(plan)}/actions/bibliotheque`}>
            Ajouter depuis la bibliothèque
          </ButtonLink>
          <ButtonLink href={`${addressOf(plan)}/actions/nouvelle`} kind="quiet">
            Écrire une action
          </ButtonLink>
        </Actions>
      )}
      <Table
        caption="Les actions par priorité"
        isCaptionHidden
        columns={columns}
        rows={actions.map((action, index) => toRow(full, action, index))}
      />
    </PlanFrame>
  )
}

function toRow({ plan }: FullPlan, action: PlanAction, index: number) {
  const base = `${addressOf(plan)}/actions/${action.id}`
  return {
    title: (
      <>
        <a href={base}>{`${index + 1}. ${action.title}`}</a> <ActionMarks action={action} />
      </>
    ),
    axis: t(axisLabels[action.axis]),
    years: describeYears(action),
    investment: formatMoney(action.investment),
    running: formatMoney(action.running),
  }
}

export function describeYears({ startYear, endYear }: PlanAction): string {
  if (startYear === null) return t('Hors calendrier')
  return startYear === endYear ? String(startYear) : `${startYear}–${endYear}`
}

export function ActionMarks({ action }: { action: PlanAction }) {
  const { label, tone } = actionStateLabels[action.status]
  return (
    <>
      {action.status !== 'planned' && <Tag tone={tone}>{label}</Tag>}{' '}
      {action.isMandatory && <Tag>Socle</Tag>} {action.isShared && <Tag>Partagée</Tag>}{' '}
      {action.editedAt && action.generated && <Tag tone="info">Modifiée à la main</Tag>}
    </>
  )
}

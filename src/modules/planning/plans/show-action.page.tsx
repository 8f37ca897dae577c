/** One action of a plan: what it is for, why here, when, how much, after what, and the need it became. */
import { domainLabels } from '#modules/directory/index.ts'
import type { Actor } from '#platform/actor.ts'
import { orNotFound } from '#platform/errors.ts'
import { formatMoney } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { page } from '#platform/web.ts'
import {
  ActionButton,
  Actions,
  ButtonLink,
  DefinitionList,
  Page,
  Prose,
} from '#web/components/index.tsx'
import { axisLabels } from '../axes.ts'
import { ActionNeed } from './action-need.view.tsx'
import { nameFunding, nameMechanism } from './plan.labels.ts'
import { mayFollow, planPolicy } from './plan.policy.ts'
import { getFullPlan } from './plan.queries.ts'
import type { FullPlan, PlanAction } from './plan.schema.ts'
import { addressOf, crumbsOf } from './plan-frame.view.tsx'
import { ActionMarks, describeYears } from './portfolio.page.tsx'

export const showActionPage = page('/espace/plan/:planId/actions/:actionId', {
  load: async ({ planId, actionId }, { db }) => {
    const full = await getFullPlan(db, planId)
    return { full, action: orNotFound(full.actions.find(({ id }) => id === actionId)) }
  },
  allow: (actor: Actor, { full }) => mayFollow(actor, full),
  view: ({ full, action }, { actor }) => <ShowAction full={full} action={action} actor={actor} />,
})

function ShowAction({ full, action, actor }: { full: FullPlan; action: PlanAction; actor: Actor }) {
  const { plan } = full
  const here = `${addressOf(plan)}/actions/${action.id}`
  return (
    <Page
      title={action.title}
      kicker={plan.reference}
      breadcrumbs={crumbsOf(plan, '/portefeuille')}
    >
      <p class="meta">
        <ActionMarks action={action} />
      </p>
      <Actions>
        {planPolicy.edit(actor, plan) && (
          <>
            <ButtonLink href={`${here}/modifier`}>Modifier l’action</ButtonLink>
            <ActionButton action={`${here}/monter`} label="Monter d’un rang" />
            <ActionButton action={`${here}/descendre`} label="Descendre d’un rang" />
          </>
        )}
        {planPolicy.turnIntoNeed(actor, plan) &&
          (action.needId === null || action.needStatus === 'withdrawn') && (
            <ActionButton
              action={`/espace/plan/actions/${action.id}/besoin`}
              label="En faire un besoin"
              kind="primary"
            />
          )}
      </Actions>
      <Prose text={action.purpose} />
      <DefinitionList items={listFacts(full, action)} />
    </Page>
  )
}

function listFacts({ actions, dependencies }: FullPlan, action: PlanAction) {
  const titleOf = new Map(actions.map(({ id, title }) => [id, title]))
  const needs = dependencies.filter(({ actionId }) => actionId === action.id)
  return [
    { term: 'Pourquoi ici', value: action.reason },
    { term: 'Axe', value: t(axisLabels[action.axis]) },
    { term: 'Quand', value: describeYears(action) },
    { term: 'Investissement', value: formatMoney(action.investment) },
    { term: 'Fonctionnement par an, une fois en service', value: formatMoney(action.running) },
    { term: 'Source de l’investissement', value: t(nameFunding(action.fundingSource)) },
    { term: 'Mécanisme envisagé', value: t(nameMechanism(action.mechanism)) },
    { term: 'Service responsable', value: action.department },
    {
      term: 'Domaines',
      value: action.domains.map((domain) => t(domainLabels[domain] ?? domain)).join(', '),
    },
    { term: 'Ce qu’il faut avant', value: action.prerequisites },
    {
      term: 'Après quelles actions',
      value: needs.map(({ needsActionId }) => titleOf.get(needsActionId)).join(', '),
    },
    ...(action.needId ? [{ term: 'Besoin', value: <ActionNeed {...action} isOwn /> }] : []),
  ]
}

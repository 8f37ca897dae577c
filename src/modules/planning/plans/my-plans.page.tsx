/** The master plans of a commune: those it leads and those it shares in. */
import { listCommuneNames } from '#modules/directory/index.ts'
import { type Actor, communeTeam, worksForA } from '#platform/actor.ts'
import { t } from '#platform/i18n.ts'
import { page } from '#platform/web.ts'
import { Actions, ButtonLink, EmptyState, Page, Table } from '#web/components/index.tsx'
import { findLatestResult } from '../diagnosis/diagnosis.queries.ts'
import { mayStartPlan } from './plan.policy.ts'
import { listPlansOf } from './plan.queries.ts'
import type { Plan } from './plan.schema.ts'
import { addressOf, PlanTag } from './plan-frame.view.tsx'

export const mayListPlans = (actor: Actor) => worksForA(actor, 'commune', ...communeTeam, 'drafter')

interface Listing {
  readonly plans: readonly Plan[]
  readonly names: ReadonlyMap<string, string>
  readonly hasDiagnosis: boolean
}

export const myPlansPage = page('/espace/plan', {
  load: async (_, { db, actor }): Promise<Listing> => {
    const communeId = actor.organisation?.id
    if (!communeId || !mayListPlans(actor))
      return { plans: [], names: new Map(), hasDiagnosis: false }
    const plans = await listPlansOf(db, communeId)
    return {
      plans,
      names: await listCommuneNames(
        db,
        plans.map((plan) => plan.communeId),
      ),
      hasDiagnosis: (await findLatestResult(db, communeId)) !== undefined,
    }
  },
  allow: mayListPlans,
  view: (listing, { actor }) => <MyPlans {...listing} mayStart={mayStartPlan(actor, null)} />,
})

const columns = [
  { key: 'title', label: 'Schéma directeur' },
  { key: 'lead', label: 'Porté par' },
  { key: 'years', label: 'Période' },
  { key: 'status', label: 'État' },
]

function MyPlans({ plans, names, hasDiagnosis, mayStart }: Listing & { mayStart: boolean }) {
  return (
    <Page
      title="Schémas directeurs"
      lead="Ce que la commune veut faire du numérique, dans quel ordre, avec quels moyens. Le plan se dresse à partir du diagnostic ; tout s’y modifie ensuite."
      breadcrumbs={[{ label: 'Mon espace', href: '/espace' }]}
    >
      {plans.length === 0 ? (
        <EmptyState title="Aucun schéma directeur">
          <p>
            {hasDiagnosis
              ? t('Le diagnostic est confirmé : le plan peut être dressé.')
              : t('Le plan se dresse à partir d’un diagnostic confirmé par la direction.')}
          </p>
        </EmptyState>
      ) : (
        <Table
          caption="Schémas directeurs"
          isCaptionHidden
          columns={columns}
          rows={plans.map((plan) => ({
            title: <a href={addressOf(plan)}>{`${plan.reference} ${plan.title}`}</a>,
            lead: names.get(plan.communeId) ?? '',
            years: `${plan.firstYear}–${plan.firstYear + plan.years - 1}`,
            status: <PlanTag {...plan} />,
          }))}
        />
      )}
      {mayStart && (
        <Actions>
          {hasDiagnosis ? (
            <ButtonLink href="/espace/plan/nouveau">Dresser un plan</ButtonLink>
          ) : (
            <ButtonLink href="/espace/diagnostic">Faire le diagnostic</ButtonLink>
          )}
          <ButtonLink href="/schemas-directeurs" kind="quiet">
            Voir ceux des autres communes
          </ButtonLink>
        </Actions>
      )}
    </Page>
  )
}

/** The plan in force of a commune, for everybody: axes, actions by year, progress. */
import { getCommuneBySlug, listCommuneNames } from '#modules/directory/index.ts'
import { orNotFound } from '#platform/errors.ts'
import { formatDate, formatMoney } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { type Context, page } from '#platform/web.ts'
import { DefinitionList, Page, ScoreMeter, Tag } from '#web/components/index.tsx'
import { axes, axisLabels } from '../axes.ts'
import { ActionNeed } from './action-need.view.tsx'
import { PlanCalendar } from './calendar.page.tsx'
import type { NamedPlan } from './load-plan.ts'
import { PastReviews } from './past-reviews.view.tsx'
import { actionStateLabels } from './plan.labels.ts'
import { findPlanInForce } from './plan.queries.ts'
import type { FullPlan } from './plan.schema.ts'
import { sumTotals } from './plan-money.rules.ts'
import { describeYears } from './portfolio.page.tsx'
import { measureProgress } from './progress.rules.ts'
import { listReviews, type Reviews } from './review.queries.ts'

interface PublicPlan extends NamedPlan {
  readonly reviews: Reviews
  readonly slug: string
  readonly communeName: string
}

export async function loadPublicPlan(
  { slug }: { slug: string },
  { db }: Context,
): Promise<PublicPlan> {
  const commune = await getCommuneBySlug(db, slug)
  const full = orNotFound(await findPlanInForce(db, commune.id))
  const ids = [full.plan.communeId, ...full.partners.map(({ communeId }) => communeId)]
  return {
    ...{ full, slug, communeName: commune.name },
    names: await listCommuneNames(db, ids),
    reviews: await listReviews(db, full.plan.id),
  }
}

export const publicPlanPage = page('/communes/:slug/plan', {
  load: loadPublicPlan,
  allow: everyone,
  isPublic: true,
  view: (shown, { now }) => <ShowPublicPlan {...shown} year={now.getUTCFullYear()} />,
})

function ShowPublicPlan({
  full,
  names,
  reviews,
  slug,
  communeName,
  year,
}: PublicPlan & { year: number }) {
  const { plan, actions } = full
  const progress = measureProgress(actions, year)
  return (
    <Page
      title={plan.title}
      kicker={plan.reference}
      breadcrumbs={[
        { label: communeName, href: `/communes/${slug}` },
        { label: 'Schémas directeurs', href: '/schemas-directeurs' },
      ]}
    >
      <ScoreMeter label="Actions faites" score={progress.done} maximum={progress.placed} />
      <DefinitionList items={listFacts(full, names)} />
      <p>
        <a href={`/communes/${slug}/plan.pdf`}>{t('Le plan entier, en PDF')}</a>
      </p>
      <h2>{t('Le calendrier')}</h2>
      <PlanCalendar full={full} />
      <h2>{t('Les actions par axe')}</h2>
      <ActionsByAxis full={full} />
      <PastReviews full={full} reviews={reviews} />
    </Page>
  )
}

function listFacts({ plan, actions, partners }: FullPlan, names: ReadonlyMap<string, string>) {
  const { investment, running } = sumTotals(actions, plan)
  return [
    {
      term: 'Porté par',
      value: [
        names.get(plan.communeId),
        ...partners
          .filter(({ communeId }) => communeId !== plan.communeId)
          .map(({ communeId }) => names.get(communeId)),
      ].join(', '),
    },
    {
      term: 'Délibération',
      value: t('N° {number} du {date}', {
        number: plan.councilNumber ?? '',
        date: plan.councilDate ? formatDate(plan.councilDate) : '',
      }),
    },
    { term: 'Investissement', value: formatMoney(investment) },
    { term: 'Fonctionnement sur la période', value: formatMoney(running) },
  ]
}

function ActionsByAxis({ full: { actions } }: { full: FullPlan }) {
  return (
    <>
      {axes.map((axis) => {
        const own = actions.filter((action) => action.axis === axis && action.startYear !== null)
        if (own.length === 0) return null
        return (
          <section key={axis}>
            <h3>{t(axisLabels[axis])}</h3>
            <ul>
              {own.map((action) => (
                <li key={action.id}>
                  {action.title} ({describeYears(action)}){' '}
                  <Tag tone={actionStateLabels[action.status].tone}>
                    {actionStateLabels[action.status].label}
                  </Tag>{' '}
                  <ActionNeed {...action} />
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}

/** The file of a plan, in brief: where it stands, what it lacks, what may be done now, what it comes to. */
import type { Actor } from '#platform/actor.ts'
import { formatDate, formatMoney } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { page } from '#platform/web.ts'
import { DefinitionList, Notice } from '#web/components/index.tsx'
import { listGaps } from './completeness.rules.ts'
import { followNamed, loadNamedPlan, type NamedPlan } from './load-plan.ts'
import { planPolicy } from './plan.policy.ts'
import type { FullPlan } from './plan.schema.ts'
import { PlanActs } from './plan-acts.view.tsx'
import { addressOf, PlanFrame } from './plan-frame.view.tsx'
import { sumTotals } from './plan-money.rules.ts'
import { getTemplate } from './template.facts.ts'

export const showPlanPage = page('/espace/plan/:planId', {
  load: loadNamedPlan,
  allow: followNamed,
  view: (named, { actor }) => <ShowPlan {...named} actor={actor} />,
})

function ShowPlan({ full, names, actor }: NamedPlan & { actor: Actor }) {
  const { plan } = full
  return (
    <PlanFrame plan={plan} tab="">
      {plan.statusReason && (
        <Notice kind="info" title="Motif indiqué">
          <p class="prose">{plan.statusReason}</p>
        </Notice>
      )}
      <Gaps full={full} actor={actor} />
      <PlanActs full={full} actor={actor} />
      <DefinitionList items={listBrief(full, names)} />
      <p>
        {t('Le plan entier :')}{' '}
        <a href={`${addressOf(plan)}/plan.docx`}>{t('Word à travailler')}</a>{' '}
        <a href={`${addressOf(plan)}/plan.pdf`}>{t('PDF à conserver')}</a>{' '}
        <a href={`${addressOf(plan)}/plan.xlsx`}>{t('Tableur')}</a>
      </p>
    </PlanFrame>
  )
}

function Gaps({ full, actor }: { full: FullPlan; actor: Actor }) {
  const gaps = listGaps(full)
  if (gaps.length === 0 || !planPolicy.edit(actor, full.plan)) return null
  return (
    <Notice kind="info" title="Avant de soumettre">
      <ul>
        {gaps.map(({ page: tab, message }) => (
          <li key={message}>
            <a href={`${addressOf(full.plan)}/${tab}`}>{t(message)}</a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function listBrief({ plan, actions, partners }: FullPlan, names: ReadonlyMap<string, string>) {
  const placed = actions.filter(({ startYear }) => startYear !== null)
  const totals = sumTotals(actions, plan)
  const shared = partners.filter(({ status }) => status !== 'declined')
  return [
    { term: 'Commune', value: names.get(plan.communeId) ?? '' },
    ...(shared.length > 0
      ? [
          {
            term: 'Avec',
            value: shared
              .filter(({ communeId }) => communeId !== plan.communeId)
              .map(({ communeId }) => names.get(communeId))
              .join(', '),
          },
        ]
      : []),
    { term: 'Modèle', value: getTemplate(plan.template).name },
    { term: 'Période', value: `${plan.firstYear}–${plan.firstYear + plan.years - 1}` },
    {
      term: 'Actions au calendrier',
      value: t('{placed} sur {all}', { placed: placed.length, all: actions.length }),
    },
    { term: 'Investissement', value: formatMoney(totals.investment) },
    { term: 'Fonctionnement sur la période', value: formatMoney(totals.running) },
    ...(plan.councilDate
      ? [
          {
            term: 'Délibération',
            value: t('N° {number} du {date}', {
              number: plan.councilNumber ?? '',
              date: formatDate(plan.councilDate),
            }),
          },
        ]
      : []),
  ]
}

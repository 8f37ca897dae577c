/** What every page of one plan's file shows: its name, its state, its tabs. */
import type { ComponentChildren } from 'preact'
import { t } from '#platform/i18n.ts'
import { Page, Tabs, Tag } from '#web/components/index.tsx'
import { planStatusLabels } from './plan.labels.ts'
import type { Plan } from './plan.schema.ts'

const tabs = [
  { path: '', label: 'En bref' },
  { path: '/textes', label: 'Textes' },
  { path: '/axes', label: 'Axes' },
  { path: '/portefeuille', label: 'Portefeuille' },
  { path: '/calendrier', label: 'Calendrier' },
  { path: '/risques', label: 'Risques' },
  { path: '/indicateurs', label: 'Indicateurs' },
  { path: '/financement', label: 'Financement' },
  { path: '/communes', label: 'Communes' },
  { path: '/suivi', label: 'Suivi' },
  { path: '/versions', label: 'Versions' },
  { path: '/historique', label: 'Historique' },
] as const

export type PlanTab = (typeof tabs)[number]['path']

/** Tables of many columns and the drawn calendar. */
const wideTabs: readonly PlanTab[] = ['/portefeuille', '/calendrier', '/financement']

interface Props {
  readonly plan: Plan
  readonly tab: PlanTab
  readonly lead?: string
  readonly errors?: Readonly<Record<string, string | undefined>>
  readonly children: ComponentChildren
}

export function PlanFrame({ plan, tab, lead, errors, children }: Props) {
  return (
    <Page
      wide={wideTabs.includes(tab)}
      title={plan.title}
      kicker={plan.reference}
      lead={lead}
      errors={errors}
      breadcrumbs={[
        { label: 'Mon espace', href: '/espace' },
        { label: 'Schémas directeurs', href: '/espace/plan' },
      ]}
    >
      <p class="meta">
        <PlanTag {...plan} />
      </p>
      <Tabs
        label="Parties du plan"
        tabs={tabs.map(({ path, label }) => ({
          label,
          href: `${addressOf(plan)}${path}`,
          current: path === tab,
        }))}
      />
      {children}
    </Page>
  )
}

export function PlanTag({ status }: Pick<Plan, 'status'>) {
  const { label, tone } = planStatusLabels[status]
  return <Tag tone={tone}>{t(label)}</Tag>
}

export function addressOf({ id }: Pick<Plan, 'id'>): string {
  return `/espace/plan/${id}`
}

/** The way back from a form of one part. */
export function crumbsOf(plan: Plan, tab: PlanTab = '') {
  const { label } = tabs.find(({ path }) => path === tab) ?? tabs[0]
  return [
    { label: 'Schémas directeurs', href: '/espace/plan' },
    { label: plan.title, href: addressOf(plan) },
    ...(tab === '' ? [] : [{ label, href: `${addressOf(plan)}${tab}` }]),
  ]
}

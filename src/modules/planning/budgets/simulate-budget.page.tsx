/** « And if the envelope falls by 20 %? »: which lines of the budget would leave, change or come in. Nothing is written. */
import { formatMoney, toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { type Context, page } from '#platform/web.ts'
import {
  DefinitionList,
  EmptyState,
  GetForm,
  Money,
  Notice,
  Page,
  Select,
  Table,
  Tag,
  type Tone,
} from '#web/components/index.tsx'
import { loadLevels } from '../plans/load-levels.ts'
import { findPlanInForce } from '../plans/plan.queries.ts'
import { simulatePlan } from '../plans/reschedule.rules.ts'
import { budgetPolicy } from './budget.policy.ts'
import { getBudget, listLinesOf } from './budget.queries.ts'
import type { Budget } from './budget.schema.ts'
import { drawLines, partOf } from './plan-lines.rules.ts'
import {
  type Balance,
  balance,
  placeActions,
  type SimulatedLine,
  simulateLines,
} from './simulate-lines.rules.ts'

const percents = [-50, -40, -30, -20, -10, 10, 20, 30] as const

interface Trying {
  readonly budget: Budget
  readonly percent: number
  readonly hasPlan: boolean
  readonly lines: readonly SimulatedLine[]
}

export const simulateBudgetPage = page('/espace/budgets/:budgetId/simulation', {
  load: ({ budgetId }: { budgetId: string }, context) => loadTrying(budgetId, context),
  allow: (actor, { budget }) => budgetPolicy.follow(actor, budget),
  view: (trying) => <Simulate {...trying} />,
})

async function loadTrying(budgetId: string, { db, query, now }: Context): Promise<Trying> {
  const budget = await getBudget(db, budgetId)
  const asked = Number(query.variation)
  const percent = percents.find((known) => known === asked) ?? -20
  const known = await listLinesOf(db, budgetId, budget.currentVersion)
  const full = await findPlanInForce(db, budget.communeId)
  if (!full) return { budget, percent, hasPlan: false, lines: simulateLines(known, [], []) }
  const levels = await loadLevels(db, full.plan.communeId)
  const { before, after } = simulatePlan(
    full,
    { levels, thisYear: Number(toDay(now).slice(0, 4)) },
    percent,
  )
  const part = partOf(full, budget.communeId)
  const draw = (starts: ReadonlyMap<string, number | null>) =>
    drawLines(placeActions(full.actions, starts, full.plan.firstYear), budget.year, part)
  const lines = simulateLines(known, draw(before.starts), draw(after.starts))
  return { budget, percent, hasPlan: true, lines }
}

const kinds: Readonly<Record<SimulatedLine['kind'], { label: string; tone: Tone }>> = {
  stays: { label: 'Ne bouge pas', tone: 'neutral' },
  changes: { label: 'Change de montant', tone: 'warning' },
  leaves: { label: 'Sort de ce budget', tone: 'danger' },
  enters: { label: 'Entre dans ce budget', tone: 'success' },
  byHand: { label: 'Écrite à la main : à vous de juger', tone: 'info' },
}

const sayPercent = (percent: number) => (percent > 0 ? `+ ${percent} %` : `− ${-percent} %`)

function Simulate({ budget, percent, hasPlan, lines }: Trying) {
  const base = `/espace/budgets/${budget.id}`
  return (
    <Page
      wide
      title="Et si l’enveloppe change ?"
      lead="Le calendrier du plan est calculé deux fois par la même règle : seule l’enveloppe fait la différence. Rien n’est écrit."
      breadcrumbs={[
        { label: 'Budgets numériques', href: '/espace/budgets' },
        { label: `Budget ${budget.year}`, href: base },
      ]}
    >
      <GetForm action={`${base}/simulation`} submit="Essayer">
        <Select
          name="variation"
          label="Variation de l’enveloppe"
          value={String(percent)}
          options={percents.map((value) => ({ value: String(value), label: sayPercent(value) }))}
        />
      </GetForm>
      {!hasPlan && (
        <Notice kind="info" title="Aucun plan en vigueur">
          <p>{t('Sans plan, aucune règle ne dit quelle ligne cède : comparez les montants.')}</p>
        </Notice>
      )}
      {lines.length === 0 ? (
        <EmptyState title="Aucune ligne">
          <p>{t('Ajoutez d’abord les lignes du budget.')}</p>
        </EmptyState>
      ) : (
        <Outcome lines={lines} sums={balance(lines, percent)} />
      )}
    </Page>
  )
}

function Outcome({ lines, sums }: { lines: readonly SimulatedLine[]; sums: Balance }) {
  return (
    <>
      <DefinitionList
        items={[
          { term: 'Budget numérique aujourd’hui', value: formatMoney(sums.before) },
          { term: 'Ce que l’enveloppe permettrait', value: formatMoney(sums.target) },
          { term: 'Les lignes une fois bougées', value: formatMoney(sums.after) },
        ]}
      />
      {sums.missing > 0 && (
        <Notice kind="warning" title="L’enveloppe n’est pas encore tenue">
          <p>
            {t('Il reste {amount} à trouver dans les lignes qui ne bougent pas.', {
              amount: formatMoney(sums.missing),
            })}
          </p>
        </Notice>
      )}
      <Table
        caption="Ce que deviendraient les lignes"
        columns={[
          { key: 'label', label: 'Ligne' },
          { key: 'kind', label: 'Effet' },
          { key: 'before', label: 'Aujourd’hui', numeric: true },
          { key: 'after', label: 'Deviendrait', numeric: true },
        ]}
        rows={lines.map(({ label, kind, before, after }) => ({
          label,
          kind: <Tag tone={kinds[kind].tone}>{kinds[kind].label}</Tag>,
          before: <Money amount={before} />,
          after: <Money amount={after} />,
        }))}
      />
    </>
  )
}

/** « What if the envelope is 20 % lower »: which actions would move. Nothing is written. */
import { formatMoney, toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { type Context, page } from '#platform/web.ts'
import { EmptyState, GetForm, Page, Select, Table, Tag } from '#web/components/index.tsx'
import { loadLevels } from './load-levels.ts'
import { followNamed, loadNamedPlan, type NamedPlan } from './load-plan.ts'
import type { Plan } from './plan.schema.ts'
import { addressOf, crumbsOf } from './plan-frame.view.tsx'
import { type NamedMove, simulatePlan } from './reschedule.rules.ts'
import type { Move } from './schedule.rules.ts'

const percents = [-40, -30, -20, -10, 10, 20, 30, 50] as const

interface Trying extends NamedPlan {
  readonly percent: number
  readonly simulation: ReturnType<typeof simulatePlan>
}

export const simulatePlanPage = page('/espace/plan/:planId/calendrier/simulation', {
  load: async (params: { planId: string }, context: Context): Promise<Trying> => {
    const named = await loadNamedPlan(params, context)
    const asked = Number(context.query.variation)
    const percent = percents.find((known) => known === asked) ?? -20
    const levels = await loadLevels(context.db, named.full.plan.communeId)
    const known = { levels, thisYear: Number(toDay(context.now).slice(0, 4)) }
    return { ...named, percent, simulation: simulatePlan(named.full, known, percent) }
  },
  allow: followNamed,
  view: (trying) => <Simulate {...trying} />,
})

const kinds: Readonly<
  Record<Move['kind'], { label: string; tone: 'neutral' | 'warning' | 'danger' | 'success' }>
> = {
  same: { label: 'Ne bouge pas', tone: 'neutral' },
  later: { label: 'Recule', tone: 'warning' },
  earlier: { label: 'Avance', tone: 'success' },
  dropped: { label: 'Sort du calendrier', tone: 'danger' },
  added: { label: 'Entre au calendrier', tone: 'success' },
}

const sayPercent = (percent: number) => (percent > 0 ? `+ ${percent} %` : `− ${-percent} %`)

function Simulate({ full: { plan }, percent, simulation }: Trying) {
  const moved = simulation.moves.filter(({ kind }) => kind !== 'same')
  const say = (year: number | null) =>
    year === null ? t('Hors calendrier') : String(plan.firstYear + year)
  return (
    <Page
      title="Essayer une autre enveloppe"
      lead="Les deux calendriers sont calculés par la même règle : seule l’enveloppe fait la différence. Rien n’est écrit."
      breadcrumbs={crumbsOf(plan, '/calendrier')}
    >
      <GetForm action={`${addressOf(plan)}/calendrier/simulation`} submit="Essayer">
        <Select
          name="variation"
          label="Variation de l’enveloppe"
          value={String(percent)}
          options={percents.map((value) => ({ value: String(value), label: sayPercent(value) }))}
        />
      </GetForm>
      <h2>{t('Avec {percent}', { percent: sayPercent(percent) })}</h2>
      {moved.length === 0 ? (
        <EmptyState title="Rien ne bougerait">
          <p>{t('Toutes les actions gardent leur année.')}</p>
        </EmptyState>
      ) : (
        <Table
          caption="Les actions qui bougeraient"
          isCaptionHidden
          columns={[
            { key: 'title', label: 'Action' },
            { key: 'kind', label: 'Effet' },
            { key: 'before', label: 'Aujourd’hui' },
            { key: 'after', label: 'Deviendrait' },
          ]}
          rows={moved.map((move: NamedMove) => ({
            title: move.title,
            kind: <Tag tone={kinds[move.kind].tone}>{kinds[move.kind].label}</Tag>,
            before: say(move.before),
            after: say(move.after),
          }))}
        />
      )}
      <TriedEnvelopes plan={plan} simulation={simulation} />
    </Page>
  )
}

function TriedEnvelopes({ plan, simulation }: Pick<Trying, 'simulation'> & { plan: Plan }) {
  return (
    <Table
      caption="Les enveloppes essayées"
      columns={[
        { key: 'year', label: 'Année' },
        { key: 'before', label: 'Aujourd’hui', numeric: true },
        { key: 'after', label: 'Deviendrait', numeric: true },
        { key: 'spent', label: 'Demandé alors', numeric: true },
      ]}
      rows={simulation.envelopes.map((envelope, index) => ({
        year: String(plan.firstYear + index),
        before: formatMoney(plan.yearlyEnvelopes[index] ?? 0),
        after: formatMoney(envelope),
        spent: formatMoney(simulation.after.spent[index] ?? 0),
      }))}
    />
  )
}

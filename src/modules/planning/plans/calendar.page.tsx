/** The calendar: drawn, then the same in a table; reckoned again on demand, and tried with another envelope. */
import { z } from 'zod'
import type { Actor } from '#platform/actor.ts'
import { formatMoney, toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { type Context, form, page, seeOther } from '#platform/web.ts'
import {
  Actions,
  ButtonLink,
  EmptyState,
  Form,
  GanttDrawing,
  Page,
  Table,
} from '#web/components/index.tsx'
import { loadLevels } from './load-levels.ts'
import { allowEdit, followNamed, loadNamedPlan } from './load-plan.ts'
import { planPolicy } from './plan.policy.ts'
import { getFullPlan } from './plan.queries.ts'
import type { FullPlan } from './plan.schema.ts'
import { addressOf, crumbsOf, PlanFrame } from './plan-frame.view.tsx'
import { listYears, sumYears } from './plan-money.rules.ts'
import { saveReschedule } from './reschedule.action.ts'
import { listReschedule, type Proposal } from './reschedule.rules.ts'

export const calendarPage = page('/espace/plan/:planId/calendrier', {
  load: loadNamedPlan,
  allow: followNamed,
  view: ({ full }, { actor }) => <Calendar full={full} actor={actor} />,
})

function Calendar({ full, actor }: { full: FullPlan; actor: Actor }) {
  const { plan } = full
  return (
    <PlanFrame plan={plan} tab="/calendrier">
      <p>
        <a href="/schemas-directeurs/calendrier">{t('Comment le calendrier est calculé')}</a>
      </p>
      <Actions>
        {planPolicy.edit(actor, plan) && (
          <ButtonLink href={`${addressOf(plan)}/calendrier/recalculer`}>
            Recalculer le calendrier
          </ButtonLink>
        )}
        <ButtonLink href={`${addressOf(plan)}/calendrier/simulation`} kind="quiet">
          Essayer une autre enveloppe
        </ButtonLink>
      </Actions>
      <PlanCalendar full={full} />
    </PlanFrame>
  )
}

/** Also on the public page. */
export function PlanCalendar({ full }: { full: Pick<FullPlan, 'plan' | 'actions'> }) {
  const { plan, actions } = full
  const years = listYears(plan)
  const placed = actions
    .filter(({ startYear }) => startYear !== null)
    .toSorted((a, b) => (a.startYear ?? 0) - (b.startYear ?? 0) || a.priority - b.priority)
  const waiting = actions.filter(({ startYear }) => startYear === null)
  return (
    <>
      {placed.length === 0 ? (
        <EmptyState title="Aucune action au calendrier">
          <p>{t('Placez une action, ou recalculez le calendrier.')}</p>
        </EmptyState>
      ) : (
        <GanttDrawing
          label="Le calendrier : barre pleine, travaux ; trait, service rendu. Le tableau qui suit dit la même chose."
          years={years}
          rows={placed.map(({ title, startYear, endYear, running }, index) => ({
            name: `${index + 1}. ${title}`,
            from: startYear,
            to: endYear,
            runs: running > 0,
          }))}
        />
      )}
      <Table
        caption="Le calendrier en tableau"
        columns={[
          { key: 'title', label: 'Action' },
          { key: 'from', label: 'Début' },
          { key: 'to', label: 'Fin' },
          { key: 'department', label: 'Service responsable' },
        ]}
        rows={placed.map(({ title, startYear, endYear, department }, index) => ({
          title: `${index + 1}. ${title}`,
          from: startYear,
          to: endYear,
          department,
        }))}
      />
      <YearTable full={full} />
      <Waiting actions={waiting} />
    </>
  )
}

function YearTable({ full: { plan, actions } }: { full: Pick<FullPlan, 'plan' | 'actions'> }) {
  return (
    <Table
      caption="Ce que chaque année demande"
      columns={[
        { key: 'year', label: 'Année' },
        { key: 'envelope', label: 'Enveloppe', numeric: true },
        { key: 'asked', label: 'Demandé', numeric: true },
        { key: 'left', label: 'Reste', numeric: true },
      ]}
      rows={sumYears(actions, plan).map(({ year, total }, index) => ({
        year: String(year),
        envelope: formatMoney(plan.yearlyEnvelopes[index] ?? 0),
        asked: formatMoney(total),
        left: formatMoney((plan.yearlyEnvelopes[index] ?? 0) - total),
      }))}
    />
  )
}

function Waiting({ actions }: Pick<FullPlan, 'actions'>) {
  if (actions.length === 0) return null
  return (
    <>
      <h2>{t('Hors calendrier')}</h2>
      <ul>
        {actions.map(({ id, title }) => (
          <li key={id}>{title}</li>
        ))}
      </ul>
    </>
  )
}

interface Recalculating {
  readonly full: FullPlan
  readonly moves: readonly Proposal[]
}

export const reschedulePage = form('/espace/plan/:planId/calendrier/recalculer', {
  load: async ({ planId }: { planId: string }, { db, now }: Context): Promise<Recalculating> => {
    const full = await getFullPlan(db, planId)
    const levels = await loadLevels(db, full.plan.communeId)
    return {
      full,
      moves: listReschedule(full, { levels, thisYear: Number(toDay(now).slice(0, 4)) }),
    }
  },
  allow: (actor: Actor, { full }) => allowEdit(actor, full),
  input: z.object({}),
  invalid: (recalculating) => <Recalculate {...recalculating} />,
  valid: async ({ full, moves }, _, context) => {
    await saveReschedule(context, moves)
    return seeOther(`${addressOf(full.plan)}/calendrier`, 'Le calendrier est recalculé.')
  },
})

function Recalculate({ full, moves }: Recalculating) {
  const say = (year: number | null) => (year === null ? t('Hors calendrier') : String(year))
  return (
    <Page
      title="Recalculer le calendrier"
      lead="Voici ce qui bougerait. Les actions dont vous avez gardé les années restent où elles sont."
      breadcrumbs={crumbsOf(full.plan, '/calendrier')}
    >
      {moves.length === 0 ? (
        <EmptyState title="Rien ne bougerait">
          <p>{t('Le calendrier est déjà le meilleur pour ces enveloppes.')}</p>
        </EmptyState>
      ) : (
        <>
          <Table
            caption="Ce qui bougerait"
            isCaptionHidden
            columns={[
              { key: 'title', label: 'Action' },
              { key: 'before', label: 'Aujourd’hui' },
              { key: 'after', label: 'Deviendrait' },
            ]}
            rows={moves.map(({ action, startYear }) => ({
              title: action.title,
              before: say(action.startYear),
              after: say(startYear),
            }))}
          />
          <Form
            submit="Appliquer ce calendrier"
            secondary={{ label: 'Annuler', href: `${addressOf(full.plan)}/calendrier` }}
          />
        </>
      )}
    </Page>
  )
}

/** Where an action is taken from the association's library into the plan. */
import { z } from 'zod'
import type { Actor } from '#platform/actor.ts'
import { Conflict, orNotFound } from '#platform/errors.ts'
import { formatMoney } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { action, type Context, page, seeOther } from '#platform/web.ts'
import { ActionButton, Card, CardList, EmptyState, Page } from '#web/components/index.tsx'
import { axes, axisLabels } from '../axes.ts'
import { describeOne } from './generate-actions.rules.ts'
import type { GeneratedAction, PlanSources } from './generation.types.ts'
import { findPlanSources } from './load-sources.ts'
import { planPolicy } from './plan.policy.ts'
import { getFullPlan } from './plan.queries.ts'
import type { FullPlan } from './plan.schema.ts'
import { addGenerated } from './plan-action.actions.ts'
import { addressOf, crumbsOf } from './plan-frame.view.tsx'

interface Picking {
  readonly full: FullPlan
  readonly sources: PlanSources | undefined
}

async function loadPicking({ planId }: { planId: string }, context: Context): Promise<Picking> {
  const full = await getFullPlan(context.db, planId)
  const sources = planPolicy.edit(context.actor, full.plan)
    ? await findPlanSources(context, full.plan)
    : undefined
  return { full, sources }
}

const allow = (actor: Actor, { full }: Picking) => planPolicy.edit(actor, full.plan)

export const libraryPickerPage = page('/espace/plan/:planId/actions/bibliotheque', {
  load: loadPicking,
  allow,
  view: (picking) => <Picker offered={listOffered(picking)} {...picking} />,
})

export const pickAction = action('/espace/plan/:planId/actions/bibliotheque/:code', {
  load: async ({ planId, code }: { planId: string; code: string }, context) => ({
    ...(await loadPicking({ planId }, context)),
    code,
  }),
  allow,
  input: z.object({}),
  back: ({ full }) => `${addressOf(full.plan)}/portefeuille`,
  act: async ({ code, ...picking }, _, context) => {
    if (picking.full.actions.some((known) => known.code === code))
      throw new Conflict('Cette action est déjà au plan.')
    const offered = orNotFound(listOffered(picking).find((one) => one.code === code))
    await addGenerated(context, picking.full, offered)
    return seeOther(
      `${addressOf(picking.full.plan)}/portefeuille`,
      'L’action est ajoutée, hors calendrier : recalculez le calendrier ou placez-la vous-même.',
    )
  },
})

/** What is not in the plan yet, outside the calendar. */
function listOffered({ full, sources }: Picking): GeneratedAction[] {
  if (!sources) return []
  const known = new Set(full.actions.map(({ code }) => code))
  return sources.library
    .filter(({ code }) => !known.has(code))
    .map((action) => describeOne(action, sources))
}

function Picker({ full, offered }: Picking & { offered: readonly GeneratedAction[] }) {
  return (
    <Page
      title="Ajouter depuis la bibliothèque"
      lead="Les actions que l’association propose et qui ne sont pas encore au plan."
      breadcrumbs={crumbsOf(full.plan, '/portefeuille')}
    >
      {offered.length === 0 && (
        <EmptyState title="Rien à ajouter">
          <p>{t('Toute la bibliothèque est déjà au plan.')}</p>
        </EmptyState>
      )}
      {axes.map((axis) => {
        const own = offered.filter((one) => one.axis === axis)
        if (own.length === 0) return null
        return (
          <section key={axis}>
            <h2>{t(axisLabels[axis])}</h2>
            <CardList>
              {own.map(({ code, title, purpose, investment, running }) => (
                <Card
                  key={code}
                  title={title}
                  level={3}
                  meta={t('{investment} puis {running} par an, à confirmer', {
                    investment: formatMoney(investment),
                    running: formatMoney(running),
                  })}
                >
                  <p>{purpose}</p>
                  <ActionButton
                    action={`${addressOf(full.plan)}/actions/bibliotheque/${code}`}
                    label="Ajouter au plan"
                  />
                </Card>
              ))}
            </CardList>
          </section>
        )
      })}
    </Page>
  )
}

/** The history of a plan: every step, by whom, with its reason. */
import { listOrganisationNames } from '#modules/identity/index.ts'
import { type HistoryLine, listHistory } from '#platform/lifecycle.ts'
import { type Context, page } from '#platform/web.ts'
import { Timeline } from '#web/components/index.tsx'
import { followNamed, loadNamedPlan, type NamedPlan } from './load-plan.ts'
import { planStepLabels } from './plan.labels.ts'
import type { PlanStep } from './plan.workflow.ts'
import { PlanFrame } from './plan-frame.view.tsx'

interface Past extends NamedPlan {
  readonly events: readonly HistoryLine[]
  readonly organisations: ReadonlyMap<string, string>
}

export const historyPage = page('/espace/plan/:planId/historique', {
  load: async ({ planId }: { planId: string }, context: Context): Promise<Past> => {
    const events = await listHistory(context.db, 'planning.planEvent', { planId })
    return {
      ...(await loadNamedPlan({ planId }, context)),
      events,
      organisations: await listOrganisationNames(
        context.db,
        events.map(({ organisationId }) => organisationId ?? '').filter(Boolean),
      ),
    }
  },
  allow: followNamed,
  view: ({ full, events, organisations }) => (
    <PlanFrame plan={full.plan} tab="/historique">
      <Timeline
        events={events.map(({ step, reason, organisationId, occurredAt }) => ({
          at: occurredAt,
          title: planStepLabels[step as PlanStep],
          by: organisations.get(organisationId ?? ''),
          text: reason ?? undefined,
        }))}
      />
    </PlanFrame>
  ),
})

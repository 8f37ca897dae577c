/** Whatever moves a need born of an action of a master plan is told to that action, so that the plan shows it. */
import { recordActionNeed } from '#modules/planning/index.ts'
import type { Subscriber, Subscribers } from '#platform/events.ts'
import { agreementWorkflow } from '../agreements/agreement.workflow.ts'
import { callWorkflow } from '../calls/call.workflow.ts'
import { projectWorkflow } from '../projects/project.workflow.ts'
import { findNeedOf, findNeedOfAction, findNeedStage } from './action-need.queries.ts'
import { needWorkflow } from './need.workflow.ts'

const tellPlanAction: Subscriber = async (db, { kind, subjectId }) => {
  const [entity = ''] = kind.split('.')
  const moved = await findNeedOf(db, entity, subjectId)
  if (!moved?.planActionId) return
  // A need withdrawn long ago says nothing of the one that took its place.
  const need = await findNeedOfAction(db, moved.planActionId)
  if (!need) return
  await recordActionNeed(db, moved.planActionId, {
    needId: need.id,
    reference: need.reference,
    status: await findNeedStage(db, need),
  })
}

const workflows = {
  need: needWorkflow,
  call: callWorkflow,
  agreement: agreementWorkflow,
  project: projectWorkflow,
}

/** Every step of a need and of what may come of it, and its beginning. */
export const actionNeedSubscribers: Subscribers = Object.fromEntries(
  Object.entries(workflows).flatMap(([entity, { steps }]) =>
    ['create', ...Object.keys(steps)].map((step) => [`${entity}.${step}`, [tellPlanAction]]),
  ),
)

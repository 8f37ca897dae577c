/** The two buttons of an evaluation: a member has finished noting, and the evaluation is settled. */
import { z } from 'zod'
import { action, type Context, seeOther } from '#platform/web.ts'
import { callPolicy } from '../calls/call.policy.ts'
import { getFullCall } from '../calls/call.queries.ts'
import { memberPolicy } from '../committee/member.policy.ts'
import { findMember } from '../committee/member.queries.ts'
import { finishScoring, settleEvaluation } from './evaluation.actions.ts'

async function loadSeat(callId: string, { db, actor }: Context) {
  return { full: await getFullCall(db, callId), member: await findMember(db, callId, actor.id) }
}

const finishScoringAction = action('/espace/appels/:callId/evaluation/terminer', {
  load: ({ callId }: { callId: string }, context: Context) => loadSeat(callId, context),
  allow: (actor, { member, full }) =>
    member !== undefined && memberPolicy.evaluate(actor, member) && full.call.status === 'opened',
  input: z.object({}),
  back: ({ full }) => `/espace/appels/${full.call.id}/evaluation`,
  act: async ({ full, member }, _, context) => {
    if (member) await finishScoring(context, full, member)
    return seeOther(`/espace/appels/${full.call.id}/evaluation`, 'Merci : vos notes sont closes.')
  },
})

const settleEvaluationAction = action('/espace/appels/:callId/evaluation/arreter', {
  load: ({ callId }: { callId: string }, { db }: Context) => getFullCall(db, callId),
  allow: (actor, { call }) => callPolicy.settle(actor, call),
  input: z.object({}),
  back: ({ call }) => `/espace/appels/${call.id}/evaluation`,
  act: async (full, _, context) => {
    await settleEvaluation(context, full)
    return seeOther(
      `/espace/appels/${full.call.id}/evaluation`,
      'L’évaluation est arrêtée. Il revient à la direction de décider.',
    )
  },
})

export const evaluationActions = [finishScoringAction, settleEvaluationAction]

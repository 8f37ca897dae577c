/** The steps of a session: plain buttons, and forms where a reason is owed. */
import { z } from 'zod'
import { action, type Context, seeOther } from '#platform/web.ts'
import { reasonForm } from '#web/moves/reason-form.tsx'
import { sessionAddress, sessionBack } from './load-session.ts'
import { sessionsHome } from './my-sessions.page.tsx'
import { moveSession } from './session.actions.ts'
import { sessionPolicy } from './session.policy.ts'
import { getSession } from './session.queries.ts'
import type { Session } from './session.schema.ts'
import type { SessionStep } from './session.workflow.ts'

const load = ({ sessionId }: { sessionId: string }, { db }: Context) => getSession(db, sessionId)

function stepAction(path: string, step: SessionStep, done: string) {
  return action(`${sessionsHome}/:sessionId/${path}`, {
    load,
    allow: sessionPolicy[step],
    input: z.object({}),
    back: sessionAddress,
    act: async (session, _, context) => {
      await moveSession(context, session, step)
      return seeOther(sessionAddress(session), done)
    },
  })
}

function withReason(step: SessionStep) {
  return (session: Session, reason: string, context: Context) =>
    moveSession(context, session, step, reason)
}

const correctPage = reasonForm(`${sessionsHome}/:sessionId/corriger`, {
  load,
  allow: sessionPolicy.correct,
  back: sessionBack,
  title: 'Corriger le compte rendu',
  label: 'Ce qui doit être corrigé',
  hint: 'Le compte rendu n’est plus public jusqu’à sa nouvelle publication ; le papier déjà émis sera dit remplacé.',
  done: 'Le compte rendu peut être corrigé.',
  act: withReason('correct'),
})

const cancelPage = reasonForm(`${sessionsHome}/:sessionId/annuler`, {
  load,
  allow: sessionPolicy.cancel,
  back: sessionBack,
  title: 'Annuler la session',
  label: 'Pourquoi',
  hint: 'Une session annoncée reste au calendrier, avec ce motif.',
  isDangerous: true,
  done: 'La session est annulée.',
  act: withReason('cancel'),
})

export const moveSessionPages = [
  stepAction('annoncer', 'announce', 'La session est annoncée : elle paraît au calendrier.'),
  stepAction('tenir', 'hold', 'La session est tenue. Écrivez son compte rendu.'),
  stepAction('publier', 'publish', 'Le compte rendu est publié.'),
  correctPage,
  cancelPage,
]

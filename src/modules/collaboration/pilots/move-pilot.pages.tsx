/** The steps of a pilot that its file offers: plain buttons, and forms where a reason is owed. */
import { z } from 'zod'
import { action, type Context, seeOther } from '#platform/web.ts'
import { reasonForm } from '#web/moves/reason-form.tsx'
import { movePilot } from './pilot.actions.ts'
import { pilotPolicy } from './pilot.policy.ts'
import { getPilot } from './pilot.queries.ts'
import type { Pilot } from './pilot.schema.ts'
import type { PilotStep } from './pilot.workflow.ts'

const load = ({ pilotId }: { pilotId: string }, { db }: Context) => getPilot(db, pilotId)
const addressOf = ({ id }: Pilot) => `/espace/experimentations/${id}`
const back = (pilot: Pilot) => ({ href: addressOf(pilot), label: pilot.title })

function stepAction(path: string, step: PilotStep, done: string) {
  return action(`/espace/experimentations/:pilotId/${path}`, {
    load,
    allow: pilotPolicy[step],
    input: z.object({}),
    back: addressOf,
    act: async (pilot, _, context) => {
      await movePilot(context, pilot, step)
      return seeOther(addressOf(pilot), done)
    },
  })
}

function withReason(step: PilotStep) {
  return (pilot: Pilot, reason: string, context: Context) =>
    movePilot(context, pilot, step, { reason })
}

const declinePage = reasonForm('/espace/experimentations/:pilotId/decliner', {
  load,
  allow: pilotPolicy.decline,
  back,
  title: 'Décliner l’expérimentation',
  label: 'Pourquoi',
  hint: 'La commune recevra ce texte : il l’aide à mieux demander.',
  done: 'L’expérimentation est déclinée. La commune est prévenue.',
  act: withReason('decline'),
})

const withdrawPage = reasonForm('/espace/experimentations/:pilotId/retirer', {
  load,
  allow: pilotPolicy.withdraw,
  back,
  title: 'Retirer l’expérimentation',
  label: 'Pourquoi',
  hint: 'La startup le lira si la fiche lui a été proposée.',
  isDangerous: true,
  done: 'L’expérimentation est retirée.',
  act: withReason('withdraw'),
})

const stopEarlyPage = reasonForm('/espace/experimentations/:pilotId/arreter', {
  load,
  allow: pilotPolicy.stop,
  back,
  title: 'Arrêter avant la fin',
  label: 'Pourquoi arrêter maintenant',
  hint: 'Public, comme toute décision sur une expérimentation.',
  isDangerous: true,
  done: 'L’expérimentation est arrêtée. La startup est prévenue.',
  act: withReason('stop'),
})

export const movePilotPages = [
  stepAction('proposer', 'propose', 'La startup est prévenue. Elle accepte ou décline.'),
  stepAction('reprendre', 'takeBack', 'La fiche est de nouveau un brouillon.'),
  stepAction('accepter', 'accept', 'L’expérimentation commence. La commune est prévenue.'),
  declinePage,
  withdrawPage,
  stopEarlyPage,
]

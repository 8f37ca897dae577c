/** The steps of a town hall with a request: plain buttons, and forms where something must be written. */
import { z } from 'zod'
import { action, type Context, fields, form, seeOther } from '#platform/web.ts'
import { reasonForm } from '#web/moves/reason-form.tsx'
import {
  askCompletion,
  closeRequest,
  releaseRequest,
  sendBackProposal,
  takeRequest,
} from './instruct-request.actions.ts'
import { instructHref, instructPath } from './load-instructed.ts'
import { type Asked, loadAsked } from './load-request.ts'
import { requestPolicy } from './request.policy.ts'
import { setLabels } from './set-labels.action.ts'
import { SetLabels } from './set-labels.view.tsx'

const load = (params: { requestId: string }, context: Context) => loadAsked(params, context)
const back = (asked: Asked) => ({
  href: instructHref(asked),
  label: asked.request.reference ?? asked.definition.title,
})

const plainSteps = [
  { step: 'take', path: 'prendre', act: takeRequest, done: 'Vous avez la demande en charge.' },
  {
    step: 'release',
    path: 'rendre',
    act: releaseRequest,
    done: 'La demande est remise à la file.',
  },
  { step: 'close', path: 'clore', act: closeRequest, done: 'La demande est close.' },
] as const

export const plainRequestActions = plainSteps.map(({ step, path, act, done }) =>
  action(`${instructPath}/${path}`, {
    load,
    allow: (actor, { request }) => requestPolicy[step](actor, request),
    input: z.object({}),
    back: instructHref,
    act: async (asked, _, context) => {
      await act(context, asked.request.id)
      return seeOther(instructHref(asked), done)
    },
  }),
)

export const askCompletionPage = reasonForm(`${instructPath}/demander-complements`, {
  load,
  allow: (actor, { request }: Asked) => requestPolicy.askCompletion(actor, request),
  back,
  title: 'Demander des compléments',
  label: 'Ce qui manque',
  hint: 'Le demandeur le lit. Dites quelle pièce ou quelle réponse, et comment la donner. Le délai s’arrête jusqu’à sa réponse.',
  done: 'Le demandeur est prévenu. Le délai est arrêté.',
  act: ({ request }, message, context) => askCompletion(context, request.id, message),
})

export const sendBackPage = reasonForm(`${instructPath}/renvoyer`, {
  load,
  allow: (actor, { request }: Asked) => requestPolicy.sendBack(actor, request),
  back,
  title: 'Renvoyer la proposition',
  label: 'Ce qui est à revoir',
  hint: 'Une note interne : le demandeur ne la lit pas.',
  done: 'La proposition est renvoyée. Qui l’a préparée est prévenu.',
  act: ({ request }, message, context) => sendBackProposal(context, request.id, message),
})

export const setLabelsPage = form(`${instructPath}/etiquettes`, {
  load,
  allow: (actor, { request }) => requestPolicy.instruct(actor, request),
  input: z.object({ labels: fields.optionalText(500) }),
  initial: ({ request }) => ({ labels: request.labels.join(', ') }),
  invalid: (asked, submission) => <SetLabels back={back(asked)} {...submission} />,
  valid: async (asked, { labels }, context) => {
    await setLabels(context, asked.request, labels)
    return seeOther(instructHref(asked), 'Les étiquettes sont enregistrées.')
  },
})

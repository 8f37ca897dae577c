/** The steps of a resource: plain buttons, the agreement of a side, and forms where a reason is owed. */
import { z } from 'zod'
import { action, type Context, fields, seeOther } from '#platform/web.ts'
import { reasonForm } from '#web/moves/reason-form.tsx'
import { awarenessHome, workOnResource } from '../awareness-address.ts'
import { loadResource, resourceBack } from './load-resource.ts'
import { agreeToResource, moveResource } from './resource.actions.ts'
import { resourcePolicy } from './resource.policy.ts'
import type { Resource } from './resource.schema.ts'
import type { ResourceStep } from './resource.workflow.ts'

const base = `${awarenessHome}/ressources/:resourceId`

function stepAction(path: string, step: ResourceStep, done: string) {
  return action(`${base}/${path}`, {
    load: loadResource,
    allow: resourcePolicy[step],
    input: z.object({ version: fields.version() }),
    back: workOnResource,
    act: async (resource, { version }, context) => {
      await moveResource(context, { ...resource, version }, step)
      return seeOther(workOnResource(resource), done)
    },
  })
}

const agreeAction = action(`${base}/accepter`, {
  load: loadResource,
  allow: resourcePolicy.agree,
  input: z.object({ version: fields.version() }),
  back: workOnResource,
  act: async (resource, { version }, context) => {
    await agreeToResource(context, resource, version)
    return seeOther(workOnResource(resource), 'Votre accord est enregistré.')
  },
})

const withReason = (step: ResourceStep) => (resource: Resource, reason: string, context: Context) =>
  moveResource(context, resource, step, reason)

const sendBackPage = reasonForm(`${base}/renvoyer`, {
  load: loadResource,
  allow: resourcePolicy.sendBack,
  back: resourceBack,
  title: 'Renvoyer à son auteur',
  label: 'Ce qui doit être changé',
  hint: 'L’auteur le lit, corrige et envoie de nouveau.',
  done: 'La ressource est renvoyée à son auteur.',
  act: withReason('sendBack'),
})

const withdrawPage = reasonForm(`${base}/retirer`, {
  load: loadResource,
  allow: resourcePolicy.withdraw,
  back: resourceBack,
  title: 'Retirer de la bibliothèque',
  label: 'Pourquoi',
  hint: 'Elle n’est plus publique ; ce qui en a été imprimé sera dit retiré, avec ce motif.',
  isDangerous: true,
  done: 'La ressource est retirée.',
  act: withReason('withdraw'),
})

export const moveResourcePages = [
  stepAction('proposer', 'propose', 'La ressource est envoyée à la relecture.'),
  stepAction('publier', 'publish', 'La ressource est publiée.'),
  stepAction('reprendre', 'resume', 'La ressource est de nouveau un brouillon.'),
  agreeAction,
  sendBackPage,
  withdrawPage,
]

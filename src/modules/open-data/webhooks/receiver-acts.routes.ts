/** The buttons of a receiver. */
import { z } from 'zod'
import { getPersonId } from '#platform/actor.ts'
import type { Rule } from '#platform/policy.ts'
import { action, seeOther } from '#platform/web.ts'
import { getDelivery } from './delivery.queries.ts'
import {
  changesReceiver,
  loadReceiver,
  type OfReceiver,
  readId,
  routePath,
} from './load-receiver.ts'
import { receiverAddress, receiversOf } from './receiver-address.ts'
import { shownSecret } from './shown-secret.page.tsx'
import { moveReceiver, renewSecret, sendAgain, tryReceiver } from './webhook.actions.ts'
import { receiverPolicy } from './webhook.policy.ts'

const onePath = `${routePath}/:receiverId` as const
const nothing = z.object({})
const back = ({ receiver }: OfReceiver) => receiverAddress(receiver)
/** Each message goes out to a server of others: a button is no tool against it. */
const limit = { points: 60, seconds: 3600 }

const pausesReceiver: Rule<OfReceiver> = (actor, { receiver }) =>
  receiverPolicy.pause(actor, receiver)

export const receiverActs = [
  action(`${onePath}/pause`, {
    ...{ load: loadReceiver, allow: pausesReceiver, input: nothing, back },
    act: async ({ receiver }, _, context) => {
      await moveReceiver(context, receiver, 'pause')
      return seeOther(receiverAddress(receiver), 'Le récepteur est en pause.')
    },
  }),
  action(`${onePath}/reprise`, {
    ...{ load: loadReceiver, allow: changesReceiver, input: nothing, back },
    act: async ({ receiver }, _, context) => {
      await moveReceiver(context, receiver, 'resume')
      return seeOther(receiverAddress(receiver), 'Les envois reprennent.')
    },
  }),
  action(`${onePath}/supprimer`, {
    ...{ load: loadReceiver, allow: changesReceiver, input: nothing, back },
    act: async ({ receiver }, _, context) => {
      await moveReceiver(context, receiver, 'remove')
      return seeOther(receiversOf(receiver.organisationId), 'Le récepteur est supprimé.')
    },
  }),
  action(`${onePath}/secret/renouveler`, {
    ...{ load: loadReceiver, allow: changesReceiver, input: nothing, back },
    act: async ({ receiver }, _, context) => {
      const secret = await renewSecret(context, receiver)
      const personId = getPersonId(context.actor)
      shownSecret.keep(context, { personId, receiverId: receiver.id, secret })
      return seeOther(`${receiverAddress(receiver)}/secret`)
    },
  }),
  action(`${onePath}/essayer`, {
    ...{ load: loadReceiver, allow: changesReceiver, input: nothing, back, limit },
    act: async ({ receiver }, _, context) => {
      await tryReceiver(context, receiver)
      const text = 'Un message d’essai part : rechargez la page pour voir la réponse.'
      return seeOther(receiverAddress(receiver), text)
    },
  }),
  action(`${onePath}/envois/:deliveryId/renvoyer`, {
    load: async (
      params: { organisationId: string; receiverId: string; deliveryId: string },
      context,
    ) => {
      const found = await loadReceiver(params, context)
      const id = readId(params.deliveryId)
      return { ...found, delivery: await getDelivery(context.db, found.receiver.id, id) }
    },
    ...{ allow: changesReceiver, input: nothing, back, limit },
    act: async ({ receiver, delivery }, _, context) => {
      await sendAgain(context, receiver, delivery)
      return seeOther(receiverAddress(receiver), 'Le message part de nouveau.')
    },
  }),
]

/** What receivers bring to the signed-in home: the one that was stopped, and where they are kept. */
import type { SpaceContribution } from '#modules/identity/index.ts'
import { t } from '#platform/i18n.ts'
import { receiverAddress, receiversOf } from './receiver-address.ts'
import { mayAddReceivers } from './webhook.policy.ts'
import { listReceivers } from './webhook.queries.ts'

export const webhookSpace: SpaceContribution = {
  async listTasks(db, actor) {
    const { organisation } = actor
    if (!organisation || !mayAddReceivers(actor, { organisation })) return []
    const receivers = await listReceivers(db, organisation.id)
    return receivers
      .filter(({ status }) => status === 'stopped')
      .map((receiver) => ({
        title: t('Reprendre les envois à « {name} »', { name: receiver.description }),
        href: receiverAddress(receiver),
        tone: 'warning' as const,
      }))
  },
  listLinks: (actor) =>
    actor.organisation && mayAddReceivers(actor, { organisation: actor.organisation })
      ? [{ label: 'Récepteurs d’événements', href: receiversOf(actor.organisation.id) }]
      : [],
}

/** One message as it was sent, and each attempt to send it. */
import { formatDateTime, formatNumber } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { page } from '#platform/web.ts'
import { ActionButton, Actions, DefinitionList, Page, Table } from '#web/components/index.tsx'
import { type Attempt, type Delivery, getDelivery, listAttempts } from './delivery.queries.ts'
import { writeEnvelope } from './envelope.rules.ts'
import { loadReceiver, type OfReceiver, readId, routePath } from './load-receiver.ts'
import { receiverAddress } from './receiver-address.ts'
import { Answered, DeliveryTag } from './receiver-log.view.tsx'
import { nameKind } from './webhook.labels.ts'
import { mayChangeReceiver, maySeeReceivers } from './webhook.policy.ts'

interface Shown extends OfReceiver {
  readonly delivery: Delivery
  readonly attempts: readonly Attempt[]
  readonly envelope: string
}

export const showDeliveryPage = page(`${routePath}/:receiverId/envois/:deliveryId`, {
  load: async ({ deliveryId, ...params }, context): Promise<Shown> => {
    const { db, platform } = context
    const found = await loadReceiver(params, context)
    const delivery = await getDelivery(db, found.receiver.id, readId(deliveryId))
    return {
      ...{ ...found, delivery, attempts: await listAttempts(db, delivery.id) },
      envelope: JSON.stringify(
        JSON.parse(writeEnvelope(delivery, platform.config.origin)),
        null,
        2,
      ),
    }
  },
  allow: maySeeReceivers,
  view: (shown, { actor }) => (
    <ShowDelivery {...shown} isOurs={mayChangeReceiver(actor, shown.receiver)} />
  ),
})

function ShowDelivery({
  organisation,
  receiver,
  delivery,
  attempts,
  envelope,
  isOurs,
}: Shown & { readonly isOurs: boolean }) {
  const { kind, subject, state, eventId, nextAttemptAt, id } = delivery
  const address = receiverAddress(receiver)
  return (
    <Page
      title={t('{kind} : {subject}', { kind: t(nameKind(kind)), subject })}
      kicker={organisation.name}
      breadcrumbs={[{ label: receiver.description, href: address }]}
      wide
    >
      <DefinitionList
        items={[
          { term: 'État', value: <DeliveryTag state={state} /> },
          { term: 'Identifiant (webhook-id)', value: <code class="hash">{eventId}</code> },
          ...(nextAttemptAt
            ? [{ term: 'Prochain essai', value: formatDateTime(nextAttemptAt) }]
            : []),
        ]}
      />
      {isOurs && receiver.status === 'active' && state !== 'waiting' && (
        <Actions>
          <ActionButton action={`${address}/envois/${id}/renvoyer`} label="Renvoyer" />
        </Actions>
      )}
      <h2>{t('Essais')}</h2>
      {attempts.length > 0 ? <AttemptTable attempts={attempts} /> : <p>{t('Pas encore')}</p>}
      <h2>{t('Le message')}</h2>
      <pre class="sample">{envelope}</pre>
    </Page>
  )
}

function AttemptTable({ attempts }: Pick<Shown, 'attempts'>) {
  return (
    <Table
      caption="Essais, le dernier d’abord"
      isCaptionHidden
      columns={[
        { key: 'number', label: 'Essai' },
        { key: 'when', label: 'Date' },
        { key: 'took', label: 'Durée', numeric: true },
        { key: 'answer', label: 'Réponse' },
      ]}
      rows={attempts.map((attempt) => ({
        number: attempt.number,
        when: formatDateTime(attempt.attemptedAt),
        took: `${formatNumber(attempt.tookMs)} ms`,
        answer: <Answered {...attempt} />,
      }))}
    />
  )
}

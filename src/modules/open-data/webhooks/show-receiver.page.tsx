/** One receiver: what it follows, what it was sent and answered, and what can be done about it. */
import { formatDateTime } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import type { HistoryLine } from '#platform/lifecycle.ts'
import {
  cutPage,
  decodeCursor,
  encodeCursor,
  readQueryText,
} from '#platform/published-cursor.rules.ts'
import { type Context, page } from '#platform/web.ts'
import {
  DefinitionList,
  Details,
  EmptyState,
  GetForm,
  Notice,
  Page,
  Pagination,
  Select,
  Timeline,
} from '#web/components/index.tsx'
import { type DeliveryFilter, type DeliveryLine, listDeliveries } from './delivery.queries.ts'
import { ping } from './event-kinds.lists.ts'
import { StateOf } from './list-receivers.page.tsx'
import { loadReceiver, type OfReceiver, routePath } from './load-receiver.ts'
import { receiverAddress, receiversOf } from './receiver-address.ts'
import { DeliveryTable, ReceiverActs } from './receiver-log.view.tsx'
import {
  type DeliveryState,
  deliveryLabels,
  deliveryStates,
  nameKind,
  stepLabels,
} from './webhook.labels.ts'
import { maySeeReceivers } from './webhook.policy.ts'
import { listReceiverHistory } from './webhook.queries.ts'
import { logLastsDays } from './webhook.schedules.ts'

const pageSize = 30

interface Shown extends OfReceiver {
  readonly deliveries: readonly DeliveryLine[]
  readonly filter: DeliveryFilter
  readonly nextHref?: string
  readonly history: readonly HistoryLine[]
}

export const showReceiverPage = page(`${routePath}/:receiverId`, {
  load: loadShown,
  allow: maySeeReceivers,
  view: (shown, { actor }) => <ShowReceiver {...shown} actor={actor} />,
})

async function loadShown(
  params: { organisationId: string; receiverId: string },
  context: Context,
): Promise<Shown> {
  const { db, query } = context
  const found = await loadReceiver(params, context)
  const filter = readFilter(query)
  const after = decodeCursor(readQueryText(query.apres))
  const lines = await listDeliveries(db, found.receiver.id, filter, after, pageSize)
  const { rows: deliveries, last } = cutPage(lines, pageSize)
  const next =
    last &&
    new URLSearchParams({
      ...(filter.state && { etat: filter.state }),
      ...(filter.kind && { evenement: filter.kind }),
      apres: encodeCursor({ publishedAt: last.createdAt.toISOString(), id: last.id }),
    })
  return {
    ...{ ...found, filter, deliveries },
    ...(next && { nextHref: `${receiverAddress(found.receiver)}?${next}` }),
    history: await listReceiverHistory(db, found.receiver.id),
  }
}

function readFilter(query: Context['query']): DeliveryFilter {
  const state = readQueryText(query.etat)
  const kind = readQueryText(query.evenement).slice(0, 40)
  const isState = (text: string): text is DeliveryState =>
    deliveryStates.some((one) => one === text)
  return { state: isState(state) ? state : null, kind: kind || null }
}

function ShowReceiver(props: Shown & Pick<Context, 'actor'>) {
  const { organisation, receiver, deliveries, filter, nextHref, history, actor } = props
  const isFiltered = filter.state !== null || filter.kind !== null
  return (
    <Page
      title={receiver.description}
      kicker={organisation.name}
      breadcrumbs={[{ label: 'Récepteurs d’événements', href: receiversOf(organisation.id) }]}
      wide
    >
      <StoppedNotice {...{ receiver, history }} />
      <Facts receiver={receiver} />
      <ReceiverActs {...{ receiver, actor }} />
      <h2>{t('Ce qui a été envoyé')}</h2>
      <p class="soft">{t('Gardé {days} jours.', { days: logLastsDays })}</p>
      {(deliveries.length > 0 || isFiltered) && <Filter {...{ receiver, filter }} />}
      {deliveries.length > 0 ? (
        <DeliveryTable {...{ receiver, deliveries }} />
      ) : (
        <EmptyState
          title={isFiltered ? 'Aucun envoi de cette sorte' : 'Rien n’a encore été envoyé'}
        >
          {!isFiltered && <p>{t('« Essayer » envoie un message qui ne dit rien.')}</p>}
        </EmptyState>
      )}
      <Pagination nextHref={nextHref} />
      <Details summary="Histoire du récepteur">
        <Timeline events={history.map(toEvent)} />
      </Details>
    </Page>
  )
}

function toEvent({ occurredAt, step, reason }: HistoryLine) {
  const title = step in stepLabels ? stepLabels[step as keyof typeof stepLabels] : step
  return { at: occurredAt, title, text: reason && t(reason) }
}

function StoppedNotice({ receiver, history }: Pick<Shown, 'receiver' | 'history'>) {
  if (receiver.status !== 'stopped') return null
  const reason = history.findLast(({ step }) => step === 'stop')?.reason
  return (
    <Notice kind="danger" title="Cauri n’y envoie plus rien">
      {reason && <p>{t(reason)}</p>}
      <p>{t('Vérifiez le système qui reçoit, puis reprenez les envois.')}</p>
    </Notice>
  )
}

function Facts({ receiver }: Pick<Shown, 'receiver'>) {
  const { url, kinds, oldSecretUntil, restsUntil, failures } = receiver
  return (
    <DefinitionList
      items={[
        { term: 'État', value: <StateOf receiver={receiver} /> },
        { term: 'Adresse', value: <span class="hash">{url}</span> },
        { term: 'Événements', value: kinds.map((kind) => t(nameKind(kind))).join(', ') },
        ...(oldSecretUntil
          ? [{ term: 'L’ancien secret signe jusqu’au', value: formatDateTime(oldSecretUntil) }]
          : []),
        ...(failures > 0 && restsUntil
          ? [{ term: 'Prochain envoi', value: formatDateTime(restsUntil) }]
          : []),
      ]}
    />
  )
}

function Filter({ receiver, filter }: Pick<Shown, 'receiver' | 'filter'>) {
  return (
    <GetForm action={receiverAddress(receiver)} submit="Afficher">
      <Select
        name="etat"
        label="État"
        required={false}
        options={deliveryStates.map((value) => ({ value, label: deliveryLabels[value].label }))}
        value={filter.state}
      />
      <Select
        name="evenement"
        label="Événement"
        required={false}
        options={[...receiver.kinds, ping].map((value) => ({ value, label: nameKind(value) }))}
        value={filter.kind}
      />
    </GetForm>
  )
}

/** The log of a receiver, line by line, and its buttons. */
import type { Actor } from '#platform/actor.ts'
import { formatDateTime } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { ActionButton, Actions, ButtonLink, Table, Tag } from '#web/components/index.tsx'
import type { Attempt, DeliveryLine } from './delivery.queries.ts'
import { receiverAddress } from './receiver-address.ts'
import { deliveryLabels, failureLabels, nameKind } from './webhook.labels.ts'
import { mayChangeReceiver, receiverPolicy } from './webhook.policy.ts'
import type { ShownReceiver } from './webhook.queries.ts'

interface Props {
  readonly receiver: ShownReceiver
  readonly deliveries: readonly DeliveryLine[]
}

const columns = [
  { key: 'what', label: 'Événement' },
  { key: 'when', label: 'Date' },
  { key: 'state', label: 'État' },
  { key: 'attempts', label: 'Essais', numeric: true },
  { key: 'answer', label: 'Dernière réponse' },
]

export function DeliveryTable({ receiver, deliveries }: Props) {
  return (
    <Table
      caption="Envois, le plus récent d’abord"
      isCaptionHidden
      columns={columns}
      rows={deliveries.map((delivery) => ({
        what: <What {...{ receiver, delivery }} />,
        when: formatDateTime(delivery.createdAt),
        state: <DeliveryTag state={delivery.state} />,
        attempts: delivery.attempts,
        answer: <Answered {...delivery} />,
      }))}
    />
  )
}

function What({ receiver, delivery }: { receiver: ShownReceiver; delivery: DeliveryLine }) {
  return (
    <>
      <a href={`${receiverAddress(receiver)}/envois/${delivery.id}`}>
        {t(nameKind(delivery.kind))}
      </a>
      <p class="meta">{delivery.subject}</p>
    </>
  )
}

export function DeliveryTag({ state }: Pick<DeliveryLine, 'state'>) {
  const { label, tone } = deliveryLabels[state]
  return <Tag tone={tone}>{label}</Tag>
}

type Met = Pick<Attempt, 'httpStatus' | 'failure'> & { readonly answer: string | null }

export function Answered({ httpStatus, failure, answer }: Met) {
  if (failure !== null && failure in failureLabels)
    return t(failureLabels[failure as keyof typeof failureLabels])
  if (httpStatus === null) return t('Pas encore')
  const isRedirect = httpStatus >= 300 && httpStatus < 400
  return (
    <>
      {`HTTP ${httpStatus}`}
      {isRedirect && ` — ${t('Cauri ne suit pas les redirections.')}`}
      {answer && <p class="meta hash">{answer}</p>}
    </>
  )
}

interface ActsProps {
  readonly receiver: ShownReceiver
  readonly actor: Actor
}

export function ReceiverActs({ receiver, actor }: ActsProps) {
  const address = receiverAddress(receiver)
  const isOurs = mayChangeReceiver(actor, receiver)
  const isActive = receiver.status === 'active'
  return (
    <Actions>
      {isOurs && isActive && (
        <ActionButton action={`${address}/essayer`} label="Essayer" kind="primary" />
      )}
      {isOurs && !isActive && (
        <ActionButton action={`${address}/reprise`} label="Reprendre les envois" kind="primary" />
      )}
      {isOurs && (
        <ButtonLink kind="quiet" href={`${address}/modifier`}>
          Modifier
        </ButtonLink>
      )}
      {isActive && receiverPolicy.pause(actor, receiver) && (
        <ActionButton
          action={`${address}/pause`}
          label="Mettre en pause"
          confirm="Ce qui arrive pendant la pause n’est ni noté ni envoyé."
        />
      )}
      {isOurs && <SecretAndEnd address={address} />}
    </Actions>
  )
}

function SecretAndEnd({ address }: { address: string }) {
  return (
    <>
      <ActionButton
        action={`${address}/secret/renouveler`}
        label="Renouveler le secret"
        confirm="L’ancien secret signe encore à côté du nouveau pendant 24 heures, puis plus rien."
      />
      <ActionButton
        action={`${address}/supprimer`}
        label="Supprimer"
        kind="danger"
        confirm="Plus rien n’y est envoyé, et ce qui l’a été n’est plus montré."
      />
    </>
  )
}

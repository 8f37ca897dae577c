/** The receivers of an organisation: where each is, what it follows, whether it gets anything. */
import { getOrganisation, type Organisation } from '#modules/identity/index.ts'
import { t } from '#platform/i18n.ts'
import { page } from '#platform/web.ts'
import { Actions, ButtonLink, EmptyState, Page, Table, Tag } from '#web/components/index.tsx'
import { listKindsOf } from './event-kinds.lists.ts'
import { routePath } from './load-receiver.ts'
import { guideAddress, receiverAddress, receiversOf } from './receiver-address.ts'
import { nameKind, receiverLabels } from './webhook.labels.ts'
import { mayAddReceivers, maySeeReceivers } from './webhook.policy.ts'
import { listReceivers, type ShownReceiver } from './webhook.queries.ts'

interface Shown {
  readonly organisation: Organisation
  readonly receivers: readonly ShownReceiver[]
}

export const listReceiversPage = page(routePath, {
  load: async ({ organisationId }, { db }): Promise<Shown> => ({
    organisation: await getOrganisation(db, organisationId),
    receivers: await listReceivers(db, organisationId),
  }),
  allow: maySeeReceivers,
  view: (shown, { actor }) => <Receivers {...shown} mayAdd={mayAddReceivers(actor, shown)} />,
})

function Receivers({ organisation, receivers, mayAdd }: Shown & { mayAdd: boolean }) {
  return (
    <Page
      title="Récepteurs d’événements"
      kicker={organisation.name}
      lead="Un récepteur est une adresse de votre système : Cauri y envoie, signé, ce qui vous concerne, au moment où cela arrive."
      breadcrumbs={[{ label: 'Mon espace', href: '/espace' }]}
      wide
    >
      {receivers.length > 0 ? <ReceiverTable receivers={receivers} /> : <None {...organisation} />}
      <Actions>
        {mayAdd && (
          <ButtonLink href={`${receiversOf(organisation.id)}/nouveau`}>
            Ajouter un récepteur
          </ButtonLink>
        )}
        <ButtonLink kind="quiet" href={guideAddress}>
          Recevoir les événements : le mode d’emploi
        </ButtonLink>
      </Actions>
    </Page>
  )
}

function None({ kind }: Organisation) {
  return listKindsOf(kind).length > 0 ? (
    <EmptyState title="Aucun système n’est prévenu">
      <p>
        {t('Sans récepteur, votre système demande lui-même ce qui est nouveau, quand il le veut.')}
      </p>
    </EmptyState>
  ) : (
    <EmptyState title="Cette organisation n’a rien à suivre">
      <p>{t('Les récepteurs sont pour les communes et les startups.')}</p>
    </EmptyState>
  )
}

function ReceiverTable({ receivers }: Pick<Shown, 'receivers'>) {
  return (
    <Table
      caption="Récepteurs, le plus récent d’abord"
      isCaptionHidden
      columns={[
        { key: 'name', label: 'Récepteur' },
        { key: 'kinds', label: 'Événements' },
        { key: 'state', label: 'État' },
      ]}
      rows={receivers.map((receiver) => ({
        name: <NameOf receiver={receiver} />,
        kinds: receiver.kinds.map((kind) => t(nameKind(kind))).join(', '),
        state: <StateOf receiver={receiver} />,
      }))}
    />
  )
}

function NameOf({ receiver }: { receiver: ShownReceiver }) {
  return (
    <>
      <a href={receiverAddress(receiver)}>{receiver.description}</a>
      <p class="meta hash">{receiver.url}</p>
    </>
  )
}

export function StateOf({ receiver }: { receiver: ShownReceiver }) {
  const { label, tone } = receiverLabels[receiver.status]
  return (
    <>
      <Tag tone={tone}>{label}</Tag>{' '}
      {receiver.failures > 0 && receiver.status === 'active' && (
        <Tag tone="warning">Ne répond pas</Tag>
      )}
    </>
  )
}

/** What would leave: e-mails and SMS, shown where no gateway is configured, so that the stories can be tried. */

import { formatDateTime } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { isId } from '#platform/id.ts'
import { listMessages, type QueuedMessage } from '#platform/messages/list-messages.ts'
import { writeSms } from '#platform/messages/sms.ts'
import { everyone } from '#platform/policy.ts'
import { cutPage } from '#platform/published-cursor.rules.ts'
import { type Context, page, type Route } from '#platform/web.ts'
import {
  Card,
  CardList,
  EmptyState,
  GetForm,
  Notice,
  Page,
  Pagination,
  SearchBox,
  Tag,
} from '#web/components/index.tsx'

const pageSize = 30

async function loadOutbox({ db, query }: Context) {
  const read = (name: string) => ([query[name]].flat()[0] ?? '').slice(0, 200).trim()
  const [recipient, before] = [read('q'), read('avant')]
  const found = await listMessages(db, {
    recipient,
    before: isId(before) ? before : null,
    limit: pageSize + 1,
  })
  return { recipient, found }
}

const outboxPage = page('/courrier-sortant', {
  load: (_, context) => loadOutbox(context),
  allow: everyone,
  view: (queue, { platform }) => <Outbox {...queue} origin={platform.config.origin} />,
})

interface Queue {
  readonly recipient: string
  readonly found: readonly QueuedMessage[]
  readonly origin: string
}

function Outbox({ recipient, found, origin }: Queue) {
  const { rows: messages, last } = cutPage(found, pageSize)
  const next = last && `/courrier-sortant?${new URLSearchParams({ q: recipient, avant: last.id })}`
  return (
    <Page title="Le courrier sortant">
      <Notice kind="info">
        <p>
          {t(
            'Aucun envoi n’est configuré : les messages sont gardés ici au lieu de partir. Cette page n’existe pas en production.',
          )}
        </p>
      </Notice>
      <GetForm action="/courrier-sortant">
        <SearchBox label="Destinataire" value={recipient} />
      </GetForm>
      {messages.length === 0 ? (
        <EmptyState title="Aucun message" />
      ) : (
        <CardList>
          {messages.map((message) => (
            <MessageCard key={message.id} message={message} origin={origin} />
          ))}
        </CardList>
      )}
      <Pagination nextHref={next} />
    </Page>
  )
}

function MessageCard({ message, origin }: { message: QueuedMessage; origin: string }) {
  const state = message.sentAt ? 'Parti' : message.failedAt ? 'En échec' : 'En attente'
  return (
    <Card
      title={message.subject}
      kicker={`${message.channel === 'sms' ? 'SMS' : t('E-mail')}, ${message.recipient}`}
      tags={<Tag tone={message.failedAt ? 'danger' : 'neutral'}>{t(state)}</Tag>}
      meta={formatDateTime(message.createdAt)}
    >
      <p class="prose">{message.channel === 'sms' ? writeSms(message, origin) : message.body}</p>
      {message.link && (
        <p>
          <a href={message.link}>{message.link}</a>
        </p>
      )}
    </Card>
  )
}

export const outboxRoutes: Route[] = [outboxPage]

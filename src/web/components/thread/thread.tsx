import { t } from '#platform/i18n.ts'
import { Time } from '../time/time.tsx'

interface Message {
  readonly at: Date
  readonly author: string
  readonly organisation?: string | null
  readonly body: string
  readonly mine: boolean
}

/** An exchange of messages, oldest first, as they were written. */
export function Thread({ messages }: { messages: readonly Message[] }) {
  return (
    <ol class="thread">
      {messages.map((message) => (
        <li key={`${message.at.getTime()}${message.author}`} class={message.mine ? 'mine' : ''}>
          <p class="meta">
            <b>{message.author}</b>
            {message.mine && ` (${t('vous')})`}
            {message.organisation && `, ${message.organisation}`} · <Time at={message.at} />
          </p>
          <p class="prose">{message.body}</p>
        </li>
      ))}
    </ol>
  )
}

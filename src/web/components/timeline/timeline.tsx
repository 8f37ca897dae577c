import { t } from '#platform/i18n.ts'
import { Time } from '../time/time.tsx'

interface TimelineEvent {
  readonly at: Date | string
  readonly title: string
  readonly by?: string | null
  readonly text?: string | null
}

/** What happened, in the order given. */
export function Timeline({ events }: { events: readonly TimelineEvent[] }) {
  return (
    <ol class="timeline">
      {events.map(({ at, title, by, text }) => (
        <li key={`${at}${title}`}>
          <p class="strong">{t(title)}</p>
          <p class="meta">
            <Time at={at} />
            {by && ` · ${by}`}
          </p>
          {text && <p class="prose">{text}</p>}
        </li>
      ))}
    </ol>
  )
}

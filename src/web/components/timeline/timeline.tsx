import { t } from '#platform/i18n.ts'
import { Time } from '../time/time.tsx'

interface TimelineEvent {
  readonly at: Date | string
  readonly title: string
  /** The page of what happened. */
  readonly href?: string | null
  readonly by?: string | null
  readonly text?: string | null
}

/** What happened, in the order given. */
export function Timeline({ events }: { events: readonly TimelineEvent[] }) {
  return (
    <ol class="timeline">
      {events.map(({ at, title, href, by, text }) => (
        <li key={`${at}${title}`}>
          <p class="strong">{href ? <a href={href}>{t(title)}</a> : t(title)}</p>
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

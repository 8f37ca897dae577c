import { t } from '#platform/i18n.ts'
import type { Tone } from '../tag/tag.tsx'
import { Time } from '../time/time.tsx'

export interface Task {
  readonly title: string
  readonly href: string
  readonly text?: string
  readonly due?: Date | string | null
  readonly tone?: Tone
}

/** What awaits the person who has just signed in. */
export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  return (
    <ul class="tasks">
      {tasks.map(({ title, href, text, due, tone = 'neutral' }) => (
        <li key={href + title} class={tone}>
          <a href={href}>{t(title)}</a>
          {text && <span>{t(text)}</span>}
          {due && (
            <span class="meta">
              {t('Avant le')} <Time at={due} />
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

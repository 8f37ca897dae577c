import type { ComponentChildren } from 'preact'
import { t } from '#platform/i18n.ts'

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger'

/** A status, in words; the colour only repeats them. A plain text is translated. */
export function Tag({ tone = 'neutral', children }: { tone?: Tone; children: ComponentChildren }) {
  return (
    <span class={tone === 'neutral' ? 'tag' : `tag ${tone}`}>
      {typeof children === 'string' ? t(children) : children}
    </span>
  )
}

/** A count beside a word. */
export function Badge({ children }: { children: ComponentChildren }) {
  return <span class="badge">{children}</span>
}

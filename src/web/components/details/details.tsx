import type { ComponentChildren } from 'preact'
import { t } from '#platform/i18n.ts'

interface Props {
  summary: string
  children: ComponentChildren
  open?: boolean
}

export function Details({ summary, children, open }: Props) {
  return (
    <details class="more" open={open}>
      <summary>{t(summary)}</summary>
      <div>{children}</div>
    </details>
  )
}

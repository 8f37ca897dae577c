import type { ComponentChildren } from 'preact'
import { t } from '#platform/i18n.ts'

export type NoticeKind = 'info' | 'success' | 'warning' | 'danger'

interface Props {
  kind?: NoticeKind
  title?: string
  children?: ComponentChildren
  /** Announced by screen readers when it appears after an act. */
  role?: 'status' | 'alert'
}

const signs: Record<NoticeKind, string> = { info: 'i', success: '✓', warning: '!', danger: '×' }

export function Notice({ kind = 'info', title, children, role }: Props) {
  return (
    <div class={`note ${kind}`} role={role}>
      <span class="sign" aria-hidden="true">
        {signs[kind]}
      </span>
      <div>
        {title && <p class="strong">{t(title)}</p>}
        {children}
      </div>
    </div>
  )
}

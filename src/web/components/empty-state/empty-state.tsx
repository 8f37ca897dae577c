import type { ComponentChildren } from 'preact'
import { t } from '#platform/i18n.ts'
import { ButtonLink } from '../button/button.tsx'
import { Cowrie } from '../logo/logo.tsx'

interface Props {
  title: string
  children?: ComponentChildren
  action?: { label: string; href: string }
}

/** Says why there is nothing, and what to do about it. */
export function EmptyState({ title, children, action }: Props) {
  return (
    <div class="empty">
      <Cowrie />
      <p class="strong">{t(title)}</p>
      {children}
      {action && <ButtonLink href={action.href}>{action.label}</ButtonLink>}
    </div>
  )
}

import type { ComponentChildren } from 'preact'
import { t } from '#platform/i18n.ts'
import { Cowrie } from '../logo/logo.tsx'

interface Props {
  title: string
  lead?: string
  children?: ComponentChildren
}

/** The opening of the home page: what Cauri is, and the first thing to do. */
export function Hero({ title, lead, children }: Props) {
  return (
    <div class="hero">
      <h1>{t(title)}</h1>
      {lead && <p class="lead">{t(lead)}</p>}
      {children}
      <Cowrie />
    </div>
  )
}

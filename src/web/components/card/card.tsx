import type { ComponentChildren } from 'preact'
import { t } from '#platform/i18n.ts'

interface Props {
  title: string
  href?: string
  /** Above the title: a kind, a reference. */
  kicker?: ComponentChildren
  /** Beside the title: statuses. */
  tags?: ComponentChildren
  /** Below: place, date, amount. */
  meta?: ComponentChildren
  children?: ComponentChildren
  level?: 2 | 3
}

export function Card({ title, href, kicker, tags, meta, children, level = 2 }: Props) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <article class="card">
      {kicker && <p class="kicker">{kicker}</p>}
      <Heading>{href ? <a href={href}>{t(title)}</a> : t(title)}</Heading>
      {tags && <p class="tags">{tags}</p>}
      {children}
      {meta && <p class="meta">{meta}</p>}
    </article>
  )
}

/** Cards one below the other; two by two where there is room. */
export function CardList({ children }: { children: ComponentChildren }) {
  return <div class="cards">{children}</div>
}

/** Equal cells that flow: figures, small cards. */
export function Grid({ children }: { children: ComponentChildren }) {
  return <div class="grid">{children}</div>
}

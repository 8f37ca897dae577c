import { t } from '#platform/i18n.ts'

export interface Crumb {
  readonly label: string
  readonly href: string
}

/** The way back up; the page itself is not repeated. */
export function Breadcrumbs({ items }: { items: readonly Crumb[] }) {
  return (
    <nav class="crumbs" aria-label={t('Fil d’Ariane')}>
      <ol>
        {items.map(({ label, href }) => (
          <li key={href}>
            <a href={href}>{t(label)}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

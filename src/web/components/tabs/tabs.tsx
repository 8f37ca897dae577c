import { t } from '#platform/i18n.ts'

interface Props {
  label: string
  tabs: readonly { label: string; href: string; count?: number; current?: boolean }[]
}

/** The parts of one subject, each a page of its own. */
export function Tabs({ label, tabs }: Props) {
  return (
    <nav class="tabs" aria-label={t(label)}>
      {tabs.map((tab) => (
        <a key={tab.href} href={tab.href} aria-current={tab.current ? 'page' : undefined}>
          {t(tab.label)}
          {tab.count !== undefined && <span class="badge">{tab.count}</span>}
        </a>
      ))}
    </nav>
  )
}

import type { ComponentChildren } from 'preact'
import { t } from '#platform/i18n.ts'

interface Props {
  items: readonly { term: string; value: ComponentChildren }[]
}

/** What is known of one thing, term by term; what is unknown says so. */
export function DefinitionList({ items }: Props) {
  return (
    <dl class="facts">
      {items.map(({ term, value }) => (
        <div key={term}>
          <dt>{t(term)}</dt>
          <dd>{isBlank(value) ? <span class="soft">{t('Non renseigné')}</span> : value}</dd>
        </div>
      ))}
    </dl>
  )
}

function isBlank(value: ComponentChildren): boolean {
  return value === null || value === undefined || value === '' || value === false
}

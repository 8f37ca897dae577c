/** What a file still lacks before it can be submitted, each point with the page where it is filled in. */
import { t } from '#platform/i18n.ts'
import { Notice } from '#web/components/index.tsx'

export interface MissingPoint {
  readonly label: string
  readonly href: string
}

export function MissingPoints({ points }: { points: readonly MissingPoint[] }) {
  if (points.length === 0) return null
  return (
    <Notice kind="warning" title="Ce qui manque au dossier">
      <ul>
        {points.map(({ label, href }) => (
          <li key={label}>
            <a href={href}>{t(label)}</a>
          </li>
        ))}
      </ul>
      <p>{t('Le dossier pourra être soumis quand tous ces points seront complétés.')}</p>
    </Notice>
  )
}

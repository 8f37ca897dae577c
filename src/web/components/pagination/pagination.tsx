import { t } from '#platform/i18n.ts'

interface Props {
  previousHref?: string | null
  nextHref?: string | null
  summary?: string
}

/** One page after the other, from keys rather than numbers. */
export function Pagination({ previousHref, nextHref, summary }: Props) {
  if (!previousHref && !nextHref && !summary) return null
  return (
    <nav class="pages" aria-label={t('Pages de résultats')}>
      {previousHref && (
        <a class="btn quiet" rel="prev" href={previousHref}>
          ← {t('Précédents')}
        </a>
      )}
      {summary && <p class="soft">{t(summary)}</p>}
      {nextHref && (
        <a class="btn quiet" rel="next" href={nextHref}>
          {t('Suivants')} →
        </a>
      )}
    </nav>
  )
}

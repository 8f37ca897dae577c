/** A solution in a few lines: what it does, whose it is, and which communes confirmed it. */
import { t } from '#platform/i18n.ts'
import { Card, Stars, Tag } from '#web/components/index.tsx'
import { domainLabels } from '../labels.ts'
import type { CatalogueEntry } from './catalogue-entry.queries.ts'

interface Props {
  readonly entry: CatalogueEntry
  /** The page that puts it beside others, while somebody is choosing what to compare. */
  readonly compareHref?: string
  /** Under a heading of the page, one level down. */
  readonly level?: 2 | 3
}

export function SolutionCard({ entry, compareHref, level }: Props) {
  return (
    <Card
      title={entry.name}
      href={`/solutions/${entry.slug}`}
      meta={<Confirmed entry={entry} />}
      level={level}
    >
      <p>{entry.summary}</p>
      <p class="tags">
        {entry.domains.slice(0, 2).map((code) => (
          <Tag key={code}>{t(domainLabels[code] ?? code)}</Tag>
        ))}
        {entry.worksOffline && <Tag tone="info">{t('Hors ligne')}</Tag>}
        {compareHref && (
          <a href={compareHref} aria-label={t('Comparer {name}', { name: entry.name })}>
            {t('Comparer')}
          </a>
        )}
      </p>
    </Card>
  )
}

function Confirmed({ entry }: { entry: CatalogueEntry }) {
  return (
    <>
      {entry.startupName}.{' '}
      {t(
        '{count, plural, =0 {Pas encore d’usage confirmé} one {Usage confirmé par une commune} other {Usage confirmé par # communes}}',
        { count: entry.confirmedUses },
      )}
      {entry.ratingAverage !== null && (
        <>
          {'. '}
          <Stars value={entry.ratingAverage} count={entry.ratingCount} />
        </>
      )}
    </>
  )
}

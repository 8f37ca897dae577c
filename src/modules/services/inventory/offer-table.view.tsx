/** How communes offer one service, the most digital first. */
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { Table } from '#web/components/index.tsx'
import { rankLevel } from './level.rules.ts'
import { LevelTag } from './level-tag.view.tsx'
import { placeLabels } from './service.labels.ts'
import type { Offer } from './service.schema.ts'

interface Props {
  readonly offers: readonly Offer[]
  readonly communes: ReadonlyMap<string, string>
}

export function OfferTable({ offers, communes }: Props) {
  const nameOf = ({ communeId }: Offer) => communes.get(communeId) ?? ''
  const sorted = [...offers].sort(
    (one, other) =>
      rankLevel(other.level) - rankLevel(one.level) ||
      nameOf(one).localeCompare(nameOf(other), 'fr'),
  )
  return (
    <Table
      caption="Comment chaque commune rend ce service"
      isCaptionHidden
      columns={[
        { key: 'commune', label: 'Commune' },
        { key: 'level', label: 'Niveau' },
        { key: 'place', label: 'Où' },
        { key: 'since', label: 'Depuis' },
      ]}
      rows={sorted.map((offer) => ({
        commune: nameOf(offer),
        level: <LevelTag level={offer.level} />,
        place: <OfferPlace {...offer} />,
        since: offer.since ? formatDate(offer.since) : '',
      }))}
    />
  )
}

export function OfferPlace({ place, url }: Pick<Offer, 'place' | 'url'>) {
  const label = place === null ? null : t(placeLabels[place])
  if (url) return <a href={url}>{label ?? t('Ouvrir')}</a>
  return <>{label ?? ''}</>
}

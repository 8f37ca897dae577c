/** The ranking of each lot, with every point of it. */
import { formatDecimal, formatMoney } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { EmptyState, Table } from '#web/components/index.tsx'
import type { Criterion, FullCall } from '../calls/call.schema.ts'
import type { LotResult } from './evaluation.rules.ts'
import type { RankedBid } from './ranking.rules.ts'

interface Props {
  readonly full: FullCall
  readonly bids: readonly { readonly proposalId: string; readonly name: string }[]
  readonly results: readonly LotResult[]
}

export function LotRankings({ full, bids, results }: Props) {
  const names = new Map(bids.map(({ proposalId, name }) => [proposalId, name]))
  return (
    <section>
      <h2>{t('Le classement')}</h2>
      {results.map(({ lotId, ranking }) => {
        const lot = full.lots.find(({ id }) => id === lotId)
        return ranking.length === 0 ? (
          <EmptyState key={lotId} title="Aucune proposition pour ce lot">
            <p>{lot?.title}</p>
          </EmptyState>
        ) : (
          <Ranking
            key={lotId}
            title={full.lots.length > 1 ? (lot?.title ?? '') : t('Classement')}
            criteria={full.criteria}
            lines={ranking.map((bid) => ({ ...bid, name: names.get(bid.proposalId) ?? '' }))}
          />
        )
      })}
      <p class="soft">
        {t(
          'Chaque note est multipliée par le poids de son critère. À total égal, le prix le plus bas passe devant.',
        )}
      </p>
    </section>
  )
}

export type RankedLine = Omit<RankedBid, 'proposalId'> & { readonly name: string }

interface RankingProps {
  readonly title: string
  readonly criteria: readonly Criterion[]
  readonly lines: readonly RankedLine[]
}

const columns = [
  { key: 'name', label: 'Proposition' },
  { key: 'rank', label: 'Rang', numeric: true },
  { key: 'price', label: 'Prix', numeric: true },
  { key: 'points', label: 'Notes' },
  { key: 'total', label: 'Total', numeric: true },
]

/** The notes of a proposal stay in one cell: a column for each criterion would not fit a page. */
export function Ranking({ title, criteria, lines }: RankingProps) {
  return (
    <Table
      caption={title}
      columns={columns}
      rows={lines.map((line) => ({
        name: line.name,
        rank: line.rank ?? describeAside(line, criteria),
        price: formatMoney(line.price),
        points: (
          <ul class="plain">
            {criteria.map(({ id, label, weight }) => (
              <li key={id}>
                {t('{label} ({weight} %)', { label, weight })} :{' '}
                <b>{formatPoints(line.pointsMilli[id] ?? 0)}</b>
              </li>
            ))}
          </ul>
        ),
        total: <b>{formatPoints(line.totalMilli)}</b>,
      }))}
    />
  )
}

export function formatPoints(milli: number): string {
  return formatDecimal(milli / 1000, 2)
}

function describeAside({ setAsideBy }: RankedLine, criteria: readonly Criterion[]): string {
  const reasons = setAsideBy.map((id) =>
    id === 'total' ? t('note totale') : (criteria.find((one) => one.id === id)?.label ?? ''),
  )
  return t('Écartée : minimum non atteint ({reasons})', { reasons: reasons.join(', ') })
}

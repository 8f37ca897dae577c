/** What a session recommended, and what it was told of earlier recommendations. */
import { t } from '#platform/i18n.ts'
import { Table, Tag } from '#web/components/index.tsx'
import { addresseeLabels, recommendationStatusLabels } from './recommendation.labels.ts'
import type { ToldLine } from './recommendation.queries.ts'
import type { Recommendation } from './recommendation.schema.ts'

export function Recommended({ lines }: { lines: readonly Recommendation[] }) {
  if (lines.length === 0) return null
  return (
    <Table
      caption="Recommandations de la session"
      isCaptionHidden
      columns={[
        { key: 'title', label: 'Recommandation' },
        { key: 'addressee', label: 'Adressée à' },
        { key: 'status', label: 'État' },
      ]}
      rows={lines.map(({ reference, title, addressee, status }) => ({
        title: <a href={`/recommandations/${reference}`}>{title}</a>,
        addressee: t(addresseeLabels[addressee]),
        status: <StatusTag status={status} />,
      }))}
    />
  )
}

export function Told({ lines }: { lines: readonly ToldLine[] }) {
  if (lines.length === 0) return null
  return (
    <>
      <h2>{t('Suites des recommandations')}</h2>
      <Table
        caption="Suites des recommandations précédentes"
        isCaptionHidden
        columns={[
          { key: 'title', label: 'Recommandation' },
          { key: 'status', label: 'État' },
          { key: 'note', label: 'Ce qui en est dit' },
        ]}
        rows={lines.map(({ reference, title, status, note }) => ({
          title: <a href={`/recommandations/${reference}`}>{title}</a>,
          status: <StatusTag status={status} />,
          note,
        }))}
      />
    </>
  )
}

function StatusTag({ status }: Pick<Recommendation, 'status'>) {
  const { label, tone } = recommendationStatusLabels[status]
  return <Tag tone={tone}>{label}</Tag>
}

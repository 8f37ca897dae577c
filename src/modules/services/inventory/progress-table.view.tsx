/** Services that could be asked for online, quarter after quarter. */
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { Table } from '#web/components/index.tsx'
import type { ProgressPoint } from './offer.queries.ts'

export function ProgressTable({ points }: { readonly points: readonly ProgressPoint[] }) {
  return (
    <>
      <h2>{t('Les progrès')}</h2>
      <Table
        caption="Services proposés et demandes possibles en ligne, au fil des trimestres"
        isCaptionHidden
        columns={[
          { key: 'day', label: 'Au' },
          { key: 'offered', label: 'Services proposés', numeric: true },
          { key: 'digital', label: 'Demandes possibles en ligne', numeric: true },
        ]}
        rows={points.map(({ day, offered, digital }) => ({
          day: formatDate(day),
          offered,
          digital,
        }))}
      />
    </>
  )
}

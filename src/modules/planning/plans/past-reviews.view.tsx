/** What the reviews of each year said, action by action: in the plan's file and on its public page. */
import type { ComponentChildren } from 'preact'
import { formatMoney } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { Prose, Table } from '#web/components/index.tsx'
import { actionStateLabels } from './plan.labels.ts'
import type { FullPlan } from './plan.schema.ts'
import type { Reviews } from './review.queries.ts'

interface Props {
  readonly full: FullPlan
  readonly reviews: Reviews
  /** What the communes of a shared plan said of a year: for them alone. */
  readonly roundOf?: (year: number) => ComponentChildren
}

export function PastReviews({ full, reviews, roundOf }: Props) {
  const titleOf = new Map(full.actions.map(({ id, title }) => [id, title]))
  return (
    <>
      {reviews.years.map(({ year, summary }) => (
        <section key={year}>
          <h2>{t('Ce que disait la revue de {year}', { year: String(year) })}</h2>
          <Prose text={summary} />
          {roundOf?.(year)}
          <Table
            caption="Action par action"
            isCaptionHidden
            columns={[
              { key: 'title', label: 'Action' },
              { key: 'state', label: 'État' },
              { key: 'spent', label: 'Dépensé', numeric: true },
              { key: 'comment', label: 'Remarque' },
            ]}
            rows={reviews.lines
              .filter((line) => line.year === year)
              .map(({ actionId, state, spent, comment }) => ({
                title: titleOf.get(actionId) ?? '',
                state: t(actionStateLabels[state].label),
                spent: formatMoney(spent),
                comment,
              }))}
          />
        </section>
      ))}
    </>
  )
}

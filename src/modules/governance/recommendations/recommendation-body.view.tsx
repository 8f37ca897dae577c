/** A recommendation as lists and pages show it: its state, its due date, its computed progress. */
import { formatDateTime, formatNumber } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { ScoreMeter, Tag } from '#web/components/index.tsx'
import { computeProgress, type Measure, measures, type Readings } from './measure.rules.ts'
import { recommendationStatusLabels } from './recommendation.labels.ts'
import type { Recommendation } from './recommendation.schema.ts'

type Dated = Pick<Recommendation, 'status' | 'dueOn'>

export function isLate({ status, dueOn }: Dated, today: string): boolean {
  return dueOn !== null && dueOn < today && (status === 'adopted' || status === 'inProgress')
}

export function StatusTags({ recommendation, today }: { recommendation: Dated; today: string }) {
  const { label, tone } = recommendationStatusLabels[recommendation.status]
  return (
    <>
      <Tag tone={tone}>{label}</Tag>{' '}
      {isLate(recommendation, today) && <Tag tone="danger">Échéance passée</Tag>}
    </>
  )
}

interface ProgressProps {
  readonly recommendation: Pick<Recommendation, 'measure' | 'target'>
  readonly readings: Readings
}

/** A whole to reach is drawn; what has none is only counted. */
export function Progress({ recommendation: { measure, target }, readings }: ProgressProps) {
  if (measure === null)
    return <p class="soft">{t('Aucun chiffre de la plateforme ne la mesure.')}</p>
  const reading = readings[measure]
  const percent = computeProgress(reading, target)
  const { label } = measures[measure]
  if (percent === null)
    return (
      <p>
        {t(label)} : <b>{formatNumber(reading.value)}</b>
      </p>
    )
  const maximum = target ?? reading.total ?? 0
  return <ScoreMeter label={label} score={reading.value} maximum={maximum} />
}

/** What the figure counts, and when it was counted. */
export function Definition({ measure, readings }: { measure: Measure; readings: Readings }) {
  const { definition, href } = measures[measure]
  const { countedAt } = readings[measure]
  return (
    <p class="soft">
      {t(definition)} {countedAt && t('Compté le {moment}.', { moment: formatDateTime(countedAt) })}{' '}
      <a href={href}>{t('Voir le détail')}</a>
    </p>
  )
}

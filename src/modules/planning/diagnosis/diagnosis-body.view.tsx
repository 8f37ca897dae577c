/** What the pages of a diagnosis share: its state in a word, and how its answers progress. */
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { Table, Tag } from '#web/components/index.tsx'
import { type Axis, axisLabels, axisSlugs } from '../axes.ts'
import { diagnosisStatusLabels } from './diagnosis.labels.ts'
import type { Diagnosis, FullDiagnosis, StoredAnswer } from './diagnosis.schema.ts'
import { type AxisProgress, isAnswered } from './questionnaire.rules.ts'

export function DiagnosisTag({ status }: Pick<Diagnosis, 'status'>) {
  const { label, tone } = diagnosisStatusLabels[status]
  return <Tag tone={tone}>{t(label)}</Tag>
}

const columns = [
  { key: 'axis', label: 'Axe' },
  { key: 'answered', label: 'Réponses', numeric: true },
  { key: 'unknown', label: 'Ne sait pas', numeric: true },
  { key: 'last', label: 'Dernière réponse' },
]

interface Props {
  readonly full: FullDiagnosis
  readonly progress: readonly AxisProgress[]
  readonly people: ReadonlyMap<string, string>
  /** The axes are links while they may be answered. */
  readonly isOpen: boolean
}

export function ProgressTable({ full, progress, people, isOpen }: Props) {
  const { diagnosis } = full
  return (
    <Table
      caption="Les huit axes"
      columns={columns}
      rows={progress.map(({ axis, total, answered, unknown }) => ({
        axis: isOpen ? (
          <a href={`/espace/diagnostic/${diagnosis.id}/axes/${axisSlugs[axis]}`}>
            {t(axisLabels[axis])}
          </a>
        ) : (
          t(axisLabels[axis])
        ),
        answered: t('{answered} sur {total}', { answered, total }),
        unknown: unknown.length,
        last: sayLast(findLast(full, axis), people),
      }))}
    />
  )
}

function findLast({ version, answers }: FullDiagnosis, axis: Axis): StoredAnswer | undefined {
  return version.content.questions
    .filter((question) => question.axis === axis)
    .flatMap(({ code }) => answers.get(code) ?? [])
    .filter((answer) => isAnswered(answer))
    .sort((a, b) => b.answeredAt.getTime() - a.answeredAt.getTime())[0]
}

function sayLast(last: StoredAnswer | undefined, people: ReadonlyMap<string, string>): string {
  if (!last) return '—'
  const date = formatDate(last.answeredAt)
  const name = people.get(last.answeredBy)
  return name ? t('{name}, le {date}', { name, date }) : t('Le {date}', { date })
}

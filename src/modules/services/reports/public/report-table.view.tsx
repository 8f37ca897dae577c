/** Reports as everybody reads them, line by line, beside their map. */
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { Table, Tag } from '#web/components/index.tsx'
import { nameCategory } from '../category.facts.ts'
import type { PublicLine } from '../public-report.queries.ts'
import { reportStatusLabels, reportStatusTones } from '../report.labels.ts'
import { type MapMark, ReportMap } from '../report-map.view.tsx'

interface Props {
  readonly title: string
  readonly lines: readonly PublicLine[]
}

export function ReportLines({ title, lines }: Props) {
  const marks = toMarks(lines)
  return (
    <>
      {marks.length > 0 && <ReportMap title={title} marks={marks} />}
      <Table
        caption="Signalements, le plus récent d’abord"
        columns={[
          { key: 'what', label: 'Problème' },
          { key: 'where', label: 'Lieu' },
          { key: 'status', label: 'État' },
          { key: 'when', label: 'Reçu le' },
        ]}
        rows={lines.map((line, index) => ({
          what: (
            <>
              {index + 1}.{' '}
              <a href={`/signalements/${line.reference}`}>{t(nameCategory(line.category))}</a>
            </>
          ),
          where: <span lang="fr">{tellPlace(line)}</span>,
          status: (
            <Tag tone={reportStatusTones[line.status]}>{reportStatusLabels[line.status]}</Tag>
          ),
          when: formatDate(line.receivedAt),
        }))}
      />
    </>
  )
}

function toMarks(lines: readonly PublicLine[]): MapMark[] {
  return lines.flatMap(({ reference, category, status, latitude, longitude }, index) =>
    latitude === null || longitude === null
      ? []
      : [
          {
            ...{ number: index + 1, reference, status, latitude, longitude },
            label: `${index + 1}. ${t(nameCategory(category))}, ${t(reportStatusLabels[status])}`,
          },
        ],
  )
}

export function tellPlace({
  quartier,
  arrondissement,
}: Pick<PublicLine, 'quartier' | 'arrondissement'>): string {
  return [quartier, arrondissement].filter(Boolean).join(', ') || t('Lieu non précisé')
}

/** The votes of a budget, and the days on which its execution was recorded. */
import { formatDate, formatDateTime } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { Table } from '#web/components/index.tsx'
import type { BudgetVote } from './budget.schema.ts'
import type { DayTotal } from './execution.queries.ts'

export function VoteList({ votes }: { votes: readonly BudgetVote[] }) {
  if (votes.length === 0) return null
  return (
    <>
      <h2>{t('Les votes du conseil')}</h2>
      <Table
        caption="Les votes du conseil"
        isCaptionHidden
        columns={[
          { key: 'what', label: 'Décision' },
          { key: 'day', label: 'Date' },
          { key: 'number', label: 'Délibération' },
          { key: 'reason', label: 'Motif' },
        ]}
        rows={votes.map(({ number, votedOn, deliberation, reason, fileId }) => ({
          what:
            number === 0
              ? t('Vote du budget')
              : t('Décision modificative n° {number}', { number: String(number) }),
          day: formatDate(votedOn),
          number: fileId ? (
            <a href={`/fichiers/${fileId}/deliberation`}>{deliberation}</a>
          ) : (
            deliberation
          ),
          reason: reason ?? '—',
        }))}
      />
    </>
  )
}

export function RecordingList({ recordings }: { recordings: readonly DayTotal[] }) {
  if (recordings.length === 0) return null
  return (
    <>
      <h2>{t('Les situations enregistrées')}</h2>
      <Table
        caption="Les situations enregistrées"
        isCaptionHidden
        columns={[
          { key: 'asOf', label: 'Situation au' },
          { key: 'lines', label: 'Lignes', numeric: true },
          { key: 'how', label: 'Comment' },
          { key: 'at', label: 'Enregistrée le' },
        ]}
        rows={recordings.map(({ asOf, lines, isImported, recordedAt }) => ({
          asOf: formatDate(asOf),
          lines: String(lines),
          how: isImported ? t('Fichier de la comptabilité') : t('Saisie'),
          at: formatDateTime(recordedAt),
        }))}
      />
    </>
  )
}

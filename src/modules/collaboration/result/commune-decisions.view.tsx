/** What each commune of a grouped call makes of its result, for the communes themselves. */
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { Table, Tag } from '#web/components/index.tsx'
import type { CommuneDecision } from './commune-decision.queries.ts'

interface Props {
  readonly decisions: readonly CommuneDecision[]
  readonly names: ReadonlyMap<string, string>
}

const decisionLabels = {
  pending: { label: 'Attendue', tone: 'warning' },
  in: { label: 'Retient le résultat', tone: 'success' },
  out: { label: 'Ne le retient pas', tone: 'neutral' },
} as const

const columns = [
  { key: 'commune', label: 'Commune' },
  { key: 'decision', label: 'Décision' },
  { key: 'reason', label: 'Raison' },
]

export function CommuneDecisions({ decisions, names }: Props) {
  return (
    <Table
      caption="Ce que chaque commune fait du résultat"
      columns={columns}
      rows={decisions.map(({ communeId, decision, reason, decidedAt }) => ({
        commune: names.get(communeId) ?? '',
        decision: (
          <>
            <Tag tone={decisionLabels[decision].tone}>{t(decisionLabels[decision].label)}</Tag>{' '}
            {decidedAt && formatDate(decidedAt)}
          </>
        ),
        reason,
      }))}
    />
  )
}

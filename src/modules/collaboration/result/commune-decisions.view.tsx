/** What each commune of a grouped call makes of its result, for the communes themselves. */
import { formatDate, formatMoney } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { Table, Tag } from '#web/components/index.tsx'
import { shareRuleLabels } from '../calls/call.labels.ts'
import type { ShareRule } from '../calls/call.schema.ts'
import type { CommuneDecision } from './commune-decision.queries.ts'

interface Props {
  readonly decisions: readonly CommuneDecision[]
  readonly names: ReadonlyMap<string, string>
  /** Francs by commune. */
  readonly shares: ReadonlyMap<string, number>
  readonly rule: ShareRule
}

const decisionLabels = {
  pending: { label: 'Attendue', tone: 'warning' },
  in: { label: 'Retient le résultat', tone: 'success' },
  out: { label: 'Ne le retient pas', tone: 'neutral' },
} as const

const columns = [
  { key: 'commune', label: 'Commune' },
  { key: 'decision', label: 'Décision' },
  { key: 'share', label: 'Sa part', numeric: true },
  { key: 'reason', label: 'Raison' },
]

export function CommuneDecisions({ decisions, names, shares, rule }: Props) {
  return (
    <>
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
          share: formatMoney(shares.get(communeId) ?? 0),
          reason,
        }))}
      />
      <p class="meta">
        {t('{rule}, entre les communes qui n’ont pas refusé le résultat.', {
          rule: t(shareRuleLabels[rule].label),
        })}
      </p>
    </>
  )
}

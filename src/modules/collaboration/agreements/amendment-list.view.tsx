/** The amendments of an agreement, and the way to those that wait. */
import type { Actor } from '#platform/actor.ts'
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { Table, Tag } from '#web/components/index.tsx'
import type { Agreement } from './agreement.schema.ts'
import { bindsSide } from './amendment.lifecycle.ts'
import type { Amendment } from './amendment.queries.ts'

export const amendmentLabels = {
  proposed: { label: 'À signer', tone: 'warning' },
  signed: { label: 'Signé', tone: 'success' },
  refused: { label: 'Refusé', tone: 'neutral' },
} as const

const columns = [
  { key: 'number', label: 'Avenant' },
  { key: 'reason', label: 'Motif' },
  { key: 'status', label: 'État' },
]

interface Props {
  readonly agreement: Agreement
  readonly amendments: readonly Amendment[]
  readonly actor: Actor
}

export function AmendmentList({ agreement, amendments, actor }: Props) {
  return (
    <Table
      caption="Avenants"
      columns={columns}
      rows={amendments.map((amendment) => {
        const { id, number, reason, status, createdAt } = amendment
        const { label, tone } = amendmentLabels[status]
        return {
          number: (
            <a href={`/espace/conventions/${agreement.id}/avenants/${id}`}>
              {t('N° {number} du {date}', { number, date: formatDate(createdAt) })}
            </a>
          ),
          reason,
          status: (
            <Tag tone={tone}>
              {status === 'proposed' && !bindsSide(actor, amendment)
                ? t('En attente des signatures')
                : t(label)}
            </Tag>
          ),
        }
      })}
    />
  )
}

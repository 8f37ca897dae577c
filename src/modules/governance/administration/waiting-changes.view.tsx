/** The changes that wait for somebody, or for their day. */
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { Table, Tag } from '#web/components/index.tsx'
import { changeStatusLabels, kindLabels } from './change.labels.ts'
import type { ReferenceChange } from './change.schema.ts'
import { changeAddress, getList } from './reference-lists.ts'

interface Props {
  readonly changes: readonly ReferenceChange[]
  readonly caption?: string
}

export function WaitingChanges({ changes, caption = 'Changements en cours' }: Props) {
  if (changes.length === 0) return null
  return (
    <Table
      caption={caption}
      columns={[
        { key: 'entry', label: 'Entrée' },
        { key: 'list', label: 'Liste' },
        { key: 'kind', label: 'Changement' },
        { key: 'day', label: 'Date d’effet' },
        { key: 'status', label: 'État' },
      ]}
      rows={changes.map((change) => ({
        entry: <a href={changeAddress(change)}>{t(change.entryLabel)}</a>,
        list: t(getList(change.listCode).title),
        kind: t(kindLabels[change.kind]),
        day: formatDate(change.takesEffectOn),
        status: <StatusTag change={change} />,
      }))}
    />
  )
}

export function StatusTag({ change: { status } }: { change: Pick<ReferenceChange, 'status'> }) {
  const { label, tone } = changeStatusLabels[status]
  return <Tag tone={tone}>{label}</Tag>
}

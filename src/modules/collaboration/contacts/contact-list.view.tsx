/** A list of contacts as one of the two sides reads it. */
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { Table, Tag } from '#web/components/index.tsx'
import { contactStatusLabels } from './contact.labels.ts'
import type { ContactLine } from './contact.queries.ts'

interface Props {
  readonly contacts: readonly ContactLine[]
  /** Names of the organisations, by identifier. */
  readonly names: ReadonlyMap<string, string>
  readonly side: 'commune' | 'startup'
}

export function ContactList({ contacts, names, side }: Props) {
  const other = side === 'commune' ? 'Startup' : 'Commune'
  return (
    <Table
      caption="Mises en relation"
      columns={[
        { key: 'reference', label: 'Référence' },
        { key: 'other', label: other },
        { key: 'solution', label: 'Solution' },
        { key: 'need', label: 'Besoin' },
        { key: 'status', label: 'État' },
        { key: 'due', label: 'Échéance' },
      ]}
      rows={contacts.map((contact) => toRow(contact, names, side))}
    />
  )
}

function toRow(
  contact: ContactLine,
  names: ReadonlyMap<string, string>,
  side: 'commune' | 'startup',
) {
  const { label, tone } = contactStatusLabels[contact.status]
  return {
    reference: <a href={`/espace/contacts/${contact.id}`}>{contact.reference}</a>,
    other: names.get(side === 'commune' ? contact.startupId : contact.communeId) ?? '',
    solution: contact.solutionName,
    need: contact.needTitle,
    status: <Tag tone={tone}>{t(label)}</Tag>,
    due: describeDue(contact),
  }
}

function describeDue({ status, answerDueAt, demonstrationAt }: ContactLine): string {
  if (status === 'sent') return t('Réponse avant le {date}', { date: formatDate(answerDueAt) })
  if (status === 'scheduled' && demonstrationAt) return formatDate(demonstrationAt)
  return '—'
}

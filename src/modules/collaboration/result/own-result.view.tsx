/** The letter a startup reads on its page: retained or not, its notes, their reasons, and what it may do. */
import { formatDateTime } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { Notice, Table } from '#web/components/index.tsx'
import type { FullCall } from '../calls/call.schema.ts'
import { listNotedCriteria } from '../evaluation/evaluation.rules.ts'
import type { OwnResult } from './own-result.queries.ts'

interface Props {
  readonly full: FullCall
  readonly proposalId: string
  readonly result: OwnResult
  readonly mayComplain: boolean
}

const columns = [
  { key: 'label', label: 'Critère' },
  { key: 'points', label: 'Note', numeric: true },
  { key: 'reason', label: 'Justification du comité' },
]

export function OwnResultView({ full, proposalId, result, mayComplain }: Props) {
  const { call, criteria } = full
  const won = result.awards.filter((award) => award.proposalId === proposalId)
  return (
    <section>
      <h2>{t('Le résultat')}</h2>
      <Notice kind={won.length > 0 ? 'success' : 'info'}>
        <p>
          {won.length > 0
            ? t('Votre proposition est retenue.')
            : t('Votre proposition n’est pas retenue.')}{' '}
          <a href={`/appels/${call.reference}#resultat`}>{t('Lire la décision')}</a>{' '}
          <a href={`/appels/${call.reference}/ma-proposition/notification.pdf`}>
            {t('La lettre en PDF')}
          </a>{' '}
          <a href={`/appels/${call.reference}/ma-proposition/notification.docx`}>
            {t('la même dans Word')}
          </a>
        </p>
        {mayComplain && call.standstillUntil && (
          <p>
            <a href={`/appels/${call.reference}/reclamation`}>
              {t('Déposer une réclamation, jusqu’au {date}', {
                date: formatDateTime(call.standstillUntil),
              })}
            </a>
          </p>
        )}
      </Notice>
      <Table
        caption="Vos notes"
        columns={columns}
        rows={listNotedCriteria(criteria).map(({ id, label, weight }) => {
          const note = result.notes.find(({ criterionId }) => criterionId === id)
          return {
            label: `${label} (${weight} %)`,
            points: note ? `${note.points}/100` : '—',
            reason: <span class="prose">{note?.justification ?? ''}</span>,
          }
        })}
      />
    </section>
  )
}

/** What these answers come to, before they are sent: what is paid, who answers, by when. */
import { formatDate, formatMoney } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { DefinitionList, Money, Table } from '#web/components/index.tsx'
import {
  chooseDepartment,
  computeDeadline,
  computeFee,
  type Due,
  type Tariff,
} from '../procedures/decide.rules.ts'
import type { Answers, Definition } from '../procedures/procedure.types.ts'

interface Props {
  readonly definition: Definition
  /** The visible answers. */
  readonly seen: Answers
  readonly tariffs: readonly Tariff[]
  readonly today: string
}

const silenceWords = {
  accepted: 'sans réponse à cette date, la demande est acceptée',
  refused: 'sans réponse à cette date, la demande est refusée',
} as const

export function Outcome({ definition, seen, tariffs, today }: Props) {
  const deadline = computeDeadline(definition, seen, today)
  const silence = deadline?.silence && t(silenceWords[deadline.silence])
  return (
    <>
      <DefinitionList
        items={[
          {
            term: 'Service qui répond',
            value: <span lang="fr">{chooseDepartment(definition.routing, seen)}</span>,
          },
          {
            term: 'Réponse au plus tard, si la demande part aujourd’hui',
            value: deadline ? (
              <>
                {formatDate(deadline.day)}
                {silence && ` : ${silence}`}
              </>
            ) : (
              t('Aucun délai n’est annoncé.')
            ),
          },
        ]}
      />
      <DueTable due={computeFee(definition.fee, seen, tariffs, today)} />
    </>
  )
}

function DueTable({ due }: { readonly due: Due }) {
  if (due.kind === 'free') return <p>{t('Rien n’est à payer.')}</p>
  if (due.kind === 'toConfirm')
    return (
      <p class="soft">
        {t('Le montant est à confirmer auprès de la commune.')} {due.missing.join(', ')}
      </p>
    )
  return (
    <>
      <Table
        caption="Ce qui est à payer"
        columns={[
          { key: 'label', label: 'Tarif' },
          { key: 'unit', label: 'Prix', numeric: true },
          { key: 'quantity', label: 'Nombre', numeric: true },
          { key: 'amount', label: 'Montant', numeric: true },
        ]}
        rows={[
          ...due.lines.map(({ tariff, quantity, amount }) => ({
            label: <span lang="fr">{tariff.label}</span>,
            unit: formatMoney(tariff.amount),
            quantity,
            amount: formatMoney(amount),
          })),
        ]}
      />
      <p class="strong">
        {t('Total')} <Money amount={due.total} />
      </p>
    </>
  )
}

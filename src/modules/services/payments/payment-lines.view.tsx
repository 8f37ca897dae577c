/** What was paid for a request, and what may be done about it. */
import { formatDate, formatMoney } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { Tag } from '#web/components/index.tsx'
import type { Payment } from './payment.queries.ts'

interface Props {
  readonly payments: readonly Payment[]
  /** Whoever may give money back. */
  readonly mayRefund?: boolean
}

export function PaymentLines({ payments, mayRefund = false }: Props) {
  if (payments.length === 0) return null
  return (
    <section>
      <h2>{t('Paiement')}</h2>
      <ul>
        {payments.map(({ id, amount, paidAt, quittance, refundedAt, refundReason }) => (
          <li key={id}>
            {t('{amount} le {date}', { amount: formatMoney(amount), date: formatDate(paidAt) })}{' '}
            <a href={`/paiements/${id}/quittance.pdf`}>
              {t('Quittance {quittance}', { quittance })}
            </a>{' '}
            {refundedAt ? <Tag tone="warning">Remboursé</Tag> : <Tag tone="success">Payé</Tag>}{' '}
            {refundedAt && <small class="soft">{refundReason}</small>}
            {mayRefund && !refundedAt && (
              <a href={`/espace/paiements/${id}/rembourser`}>
                {t('Rembourser')} <span class="hide">{quittance}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

import { formatMoney } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'

/** Whole FCFA, never broken over two lines. */
export function Money({ amount }: { amount: number | null }) {
  if (amount === null) return <span class="soft">{t('Non renseigné')}</span>
  return <span class="money">{formatMoney(amount)}</span>
}

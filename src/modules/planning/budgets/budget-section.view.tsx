/** A commune's digital budget on its page in the directory. */
import type { CommuneSection } from '#modules/directory/index.ts'
import { formatMoney } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { listFiguresOf } from './figure.queries.ts'

export const communeBudgetSection: CommuneSection = async (db, { id, slug }) => {
  const [latest] = await listFiguresOf(db, id)
  if (!latest) return null
  const { year, investment, running, paid, asOf } = latest
  return () => (
    <section>
      <h2>{t('Son budget numérique')}</h2>
      <p>
        {t('{amount} votés pour {year}.', {
          amount: formatMoney(investment + running),
          year: String(year),
        })}{' '}
        {asOf && t('{amount} payés.', { amount: formatMoney(paid) })}{' '}
        <a href={`/communes/${slug}/budget-numerique`}>{t('Les lignes et les années')}</a>
      </p>
    </section>
  )
}

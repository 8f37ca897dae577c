/** On a commune's page: how many indicators are measured, and the way to them. */
import type { CommuneSection } from '#modules/directory/index.ts'
import { t } from '#platform/i18n.ts'
import { getDefinition, indicatorCodes } from './indicator.lists.ts'
import { listCommuneSeries } from './indicator.queries.ts'
import { findKept } from './load-snapshots.ts'

export const communeIndicatorsSection: CommuneSection = async (db, { id, slug }) => {
  const kept = await findKept(db)
  if (!kept) return null
  const measured = await listCommuneSeries(db, id, kept.latest.day)
  const all = indicatorCodes.filter((code) => !getDefinition(code).isNational)
  return () => (
    <section>
      <h2>{t('Ses indicateurs')}</h2>
      <p>
        {t(
          '{measured, plural, =0 {Aucun indicateur mesuré} one {# indicateur mesuré} other {# indicateurs mesurés}} sur {all}, à côté de la médiane de sa catégorie.',
          { measured: measured.length, all: all.length },
        )}{' '}
        <a href={`/communes/${slug}/indicateurs`}>{t('Voir les indicateurs')}</a>
      </p>
    </section>
  )
}

/** On a commune's page: that a problem may be told here, and what became of those that were. */
import type { CommuneSection } from '#modules/directory/index.ts'
import { t } from '#platform/i18n.ts'
import { listTakenCategories } from './category.queries.ts'
import { countPublicReports } from './public-report.queries.ts'

export const communeReportsSection: CommuneSection = async (db, { id, slug }) => {
  const taken = await listTakenCategories(db, id)
  if (taken.length === 0) return null
  const { open, resolved } = await countPublicReports(db, id)
  return () => (
    <section>
      <h2>{t('Les signalements')}</h2>
      <p>
        {t(
          '{open, plural, =0 {Aucun problème à régler} one {# problème à régler} other {# problèmes à régler}}, {resolved, plural, =0 {aucun réglé} one {# réglé} other {# réglés}}.',
          { open, resolved },
        )}{' '}
        <a href={`/communes/${slug}/signaler`}>{t('Signaler un problème')}</a>{' '}
        <a href={`/communes/${slug}/signalements`}>{t('Voir les signalements')}</a>
      </p>
    </section>
  )
}

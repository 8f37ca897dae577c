/** On the public page of a commune or a startup: that it adheres to the framework, and since when. */
import type { CommuneSection, StartupSection } from '#modules/directory/index.ts'
import type { Db } from '#platform/database.ts'
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { Tag } from '#web/components/index.tsx'
import { findAdhesion } from './adhesion.queries.ts'

export const communeAdhesionSection: CommuneSection = (db, { id }) => loadBadge(db, id)
export const startupAdhesionSection: StartupSection = (db, { id }) => loadBadge(db, id)

async function loadBadge(db: Db, organisationId: string) {
  const adhesion = await findAdhesion(db, organisationId, 'signed')
  const { signedAt } = adhesion ?? {}
  if (!signedAt) return null
  return () => (
    <section>
      <h2>{t('Cadre de collaboration')}</h2>
      <p>
        <Tag tone="success">{t('Adhérent')}</Tag>{' '}
        <a href="/cadre-de-collaboration">
          {t('Convention-cadre signée le {date}', { date: formatDate(signedAt) })}
        </a>
      </p>
    </section>
  )
}

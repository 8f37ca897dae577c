/** The plan in force on the public page of a commune. */
import type { CommuneSection } from '#modules/directory/index.ts'
import { t } from '#platform/i18n.ts'
import { findPlanInForce } from './plan.queries.ts'

export const communePlanSection: CommuneSection = async (db, { id, slug }) => {
  const full = await findPlanInForce(db, id)
  if (!full) return null
  const { plan, actions } = full
  const placed = actions.filter(({ startYear }) => startYear !== null)
  const done = placed.filter(({ status }) => status === 'done').length
  return () => (
    <section>
      <h2>{t('Son schéma directeur')}</h2>
      <p>
        <a href={`/communes/${slug}/plan`}>{plan.title}</a>{' '}
        {t('{done} sur {all} actions faites', { done, all: placed.length })}
      </p>
    </section>
  )
}

/** On the public page of a solution: how many communes went how far, and none of their names. */
import type { SolutionSection } from '#modules/directory/index.ts'
import { t } from '#platform/i18n.ts'
import { findFunnel } from './adoption.queries.ts'
import { FunnelDrawing } from './funnel.view.tsx'

export const solutionAdoptionSection: SolutionSection = async (db, solutionId) => {
  const funnel = await findFunnel(db, solutionId)
  if (funnel.informed === 0) return null
  return () => (
    <section>
      <h2>{t('Jusqu’où les communes sont allées')}</h2>
      <FunnelDrawing funnel={funnel} title="Communes par étape" />
    </section>
  )
}

/** On a need: the action of the master plan that it was born of. */
import { getPlanAction } from '#modules/planning/index.ts'
import type { Db } from '#platform/database.ts'
import { NotFound } from '#platform/errors.ts'
import { t } from '#platform/i18n.ts'
import type { Need } from './need.schema.ts'

export interface Origin {
  readonly title: string
  readonly reference: string
}

/** Undefined for a need that has no action, or whose plan this reader does not see. */
export async function findOrigin(
  db: Db,
  { planActionId }: Pick<Need, 'planActionId'>,
): Promise<Origin | undefined> {
  if (planActionId === null) return undefined
  try {
    const { action, plan } = await getPlanAction(db, planActionId)
    return { title: action.title, reference: plan.reference }
  } catch (error) {
    if (error instanceof NotFound) return undefined
    throw error
  }
}

export function BornOfAction({ origin }: { origin: Origin | undefined }) {
  if (!origin) return null
  const { title, reference } = origin
  return (
    <p>
      {t('Né de l’action « {title} » du schéma directeur', { title })}{' '}
      <a href={`/schemas-directeurs/${reference}`}>{reference}</a>.
    </p>
  )
}

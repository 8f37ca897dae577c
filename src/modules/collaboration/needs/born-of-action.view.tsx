/** On a need: the action of the master plan that it was born of. */
import { getPlanAction } from '#modules/planning/index.ts'
import type { Db } from '#platform/database.ts'
import { NotFound } from '#platform/errors.ts'
import { t } from '#platform/i18n.ts'
import type { Need } from './need.schema.ts'

export interface Origin {
  readonly title: string
  readonly reference: string
  readonly planId: string
  readonly actionId: string
}

/** Undefined for a need that has no action, or whose plan this reader does not see. */
export async function findOrigin(
  db: Db,
  { planActionId }: Pick<Need, 'planActionId'>,
): Promise<Origin | undefined> {
  if (planActionId === null) return undefined
  try {
    const { action, plan } = await getPlanAction(db, planActionId)
    return {
      title: action.title,
      reference: plan.reference,
      planId: plan.id,
      actionId: action.id,
    }
  } catch (error) {
    if (error instanceof NotFound) return undefined
    throw error
  }
}

interface Props {
  readonly origin: Origin | undefined
  /** The public page of the plan; the commune's own page of the action when left out. */
  readonly planAddress?: string
}

export function BornOfAction({ origin, planAddress }: Props) {
  if (!origin) return null
  const { title, reference, planId, actionId } = origin
  return (
    <p>
      {t('Né de l’action « {title} » du schéma directeur', { title })}{' '}
      <a href={planAddress ?? `/espace/plan/${planId}/actions/${actionId}`}>{reference}</a>.
    </p>
  )
}

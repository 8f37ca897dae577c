/** A use that a project delivered and its commune accepted: the commune's own word, without asking it again. */
import { asSystem } from '#platform/database.ts'
import type { Context } from '#platform/web.ts'
import { getSolution } from '../solutions/solution.queries.ts'
import { declareUse, moveUse } from './deployment.actions.ts'
import { findUse, getDeployment } from './deployment.queries.ts'

interface DeliveredUse {
  readonly solutionId: string
  readonly startupId: string
  readonly communeId: string
  readonly since: string | null
  readonly scope: string
}

/** Confirms the use there is, or records a new one; a use already confirmed stays as it is. */
export async function recordDeliveredUse(
  context: Pick<Context, 'db' | 'actor' | 'now'>,
  use: DeliveredUse,
): Promise<void> {
  const known = await findUse(context.db, use)
  if (known?.status === 'confirmed') return
  if (known) return moveUse(context, await getDeployment(context.db, known.id), 'confirm')
  const { name } = await asSystem(context, (db) => getSolution(db, use.solutionId))
  await declareUse(context, { ...use, solutionName: name, users: null })
}

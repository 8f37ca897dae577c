/** What follows every change of a commune's connectivity: a line in its journal, and what everybody reads of it. */
import { recordAudit } from '#platform/audit.ts'
import { Forbidden } from '#platform/errors.ts'
import type { Rule } from '#platform/policy.ts'
import type { Context } from '#platform/web.ts'
import { mayWriteConnectivity } from './connectivity.policy.ts'
import { refreshStates } from './refresh-states.ts'

export type Acting = Pick<Context, 'db' | 'actor' | 'now'>

interface Kept {
  readonly communeId: string
  readonly action: string
  readonly kind: 'site' | 'link' | 'measurement' | 'outage' | 'measurementImport'
  readonly id: string
}

/** Asked on what is stored, inside the transaction. */
export function demand(
  actor: Acting['actor'],
  row: { readonly communeId: string },
  rule: Rule<{ readonly communeId: string }> = mayWriteConnectivity,
): void {
  if (!rule(actor, row)) throw new Forbidden()
}

export async function conclude({ db, actor, now }: Acting, kept: Kept): Promise<void> {
  const { communeId, action, kind, id } = kept
  await recordAudit(
    db,
    {
      actor,
      organisationId: communeId,
      action: `${kind}.${action}`,
      subjectKind: kind,
      subjectId: id,
      details: {},
    },
    now,
  )
  await refreshStates(db, [communeId], now)
}

export const changedMeanwhile =
  'Quelqu’un a modifié cette fiche pendant que vous écriviez. Ce que vous avez écrit est gardé ci-dessous : comparez, puis enregistrez de nouveau.'

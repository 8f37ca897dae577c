/** What a startup learns of its own proposal once the call is decided: its notes and their reasons, and nobody else's. */
import type { Actor } from '#platform/actor.ts'
import { asSystem, type Db } from '#platform/database.ts'
import type { Call } from '../calls/call.schema.ts'
import { listAwards, listConsensus } from '../evaluation/evaluation.queries.ts'
import type { Award, Consensus } from '../evaluation/evaluation.schema.ts'

export interface OwnResult {
  readonly notes: readonly Consensus[]
  readonly awards: readonly Award[]
}

const decided: readonly Call['status'][] = ['awarded', 'concluded']

export async function findOwnResult(
  context: { readonly db: Db; readonly actor: Actor },
  call: Call,
  proposalId: string,
): Promise<OwnResult | undefined> {
  if (!decided.includes(call.status)) return undefined
  return asSystem(context, async () => {
    const consensus = await listConsensus(context.db, call.id)
    return {
      notes: consensus.filter((note) => note.proposalId === proposalId),
      awards: await listAwards(context.db, call.id),
    }
  })
}
